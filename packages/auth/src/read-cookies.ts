/**
 * The two session cookies. On https they carry the `__Host-` prefix and `Secure`; on plain http,
 * which only local runs use, browsers would refuse both.
 */
export const sessionCookieNames = (isSecure: boolean): { access: string; refresh: string } =>
  isSecure ? { access: '__Host-at', refresh: '__Host-rt' } : { access: 'at', refresh: 'rt' }

/** Holds the secret that binds a mailed sign-in link to the browser that asked for it. */
export const linkCookieName = (isSecure: boolean): string => (isSecure ? '__Host-ml' : 'ml')

/** Marks a browser in which somebody has signed in; outlives every session (known-browser.ts). */
export const knownCookieName = (isSecure: boolean): string => (isSecure ? '__Host-known' : 'known')

const readPairs = (header: string | undefined): (readonly [name: string, value: string])[] =>
  (header ?? '').split(';').flatMap((part) => {
    const separator = part.indexOf('=')
    return separator > 0 ? [[part.slice(0, separator).trim(), part.slice(separator + 1).trim()] as const] : []
  })

/**
 * Of a repeated name the last counts. Browsers put cookies of longer paths first (RFC 6265 §5.4), and ours live at `/`,
 * the shortest there is: what stands before it was left at `/admin` or `/api` by something else.
 */
const readCookies = (header: string | undefined): ReadonlyMap<string, string> => new Map(readPairs(header))

const ownNames: ReadonlySet<string> = new Set([
  ...Object.values(sessionCookieNames(false)),
  linkCookieName(false),
  knownCookieName(false),
])

/** Names of ours that came more than once: something lives beside them at a longer path. */
export const repeatedCookies = (header: string | undefined): string[] => {
  const names = readPairs(header).map(([name]) => name)
  return [...ownNames].filter((own) => names.indexOf(own) !== names.lastIndexOf(own))
}

/** The session cookies of a request's `Cookie` header. */
export const readSessionCookies = (
  header: string | undefined,
  isSecure: boolean,
): { accessToken: string | undefined; refreshToken: string | undefined } => {
  const { access, refresh } = sessionCookieNames(isSecure)
  const cookies = readCookies(header)
  return { accessToken: cookies.get(access), refreshToken: cookies.get(refresh) }
}

/** The secret that binds a mailed sign-in link to this browser. */
export const readLinkCookie = (header: string | undefined, isSecure: boolean): string | undefined =>
  readCookies(header).get(linkCookieName(isSecure))

/** The cookie by which a browser is known to accounts (known-browser.ts). */
export const readKnownCookie = (header: string | undefined, isSecure: boolean): string | undefined =>
  readCookies(header).get(knownCookieName(isSecure))
