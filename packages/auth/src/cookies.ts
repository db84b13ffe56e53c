import type { SessionTokens, SignedInTokens } from './auth.ts'
import { sessionLifetimes } from './create-session.ts'
import type { Keyring } from './keyring.ts'
import { rememberAccount } from './known-browser.ts'
import { signInLinkSeconds } from './sign-in-link.ts'

/**
 * The two session cookies. On https they carry the `__Host-` prefix and `Secure`; on plain http,
 * which only local runs use, browsers would refuse both.
 */
const names = (isSecure: boolean): { access: string; refresh: string } =>
  isSecure ? { access: '__Host-at', refresh: '__Host-rt' } : { access: 'at', refresh: 'rt' }

/** Holds the secret that binds a mailed sign-in link to the browser that asked for it. */
const linkName = (isSecure: boolean): string => (isSecure ? '__Host-ml' : 'ml')

/** Marks a browser in which somebody has signed in; outlives every session (known-browser.ts). */
const knownName = (isSecure: boolean): string => (isSecure ? '__Host-known' : 'known')
const knownSeconds = 365 * 24 * 3600

interface CookieOptions {
  readonly isSecure: boolean
  readonly maxAgeSeconds: number
}

const cookie = (name: string, value: string, options: CookieOptions): string =>
  [
    `${name}=${value}`,
    'Path=/',
    `Max-Age=${Math.max(0, Math.floor(options.maxAgeSeconds))}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(options.isSecure ? ['Secure'] : []),
  ].join('; ')

const secondsUntil = (end: Date, now: Date): number => (end.getTime() - now.getTime()) / 1000

/** `Set-Cookie` values that hold a session. */
export const createSessionCookies = (tokens: SessionTokens, options: { isSecure: boolean; now: Date }): string[] => {
  const { isSecure } = options
  const lasting = { isSecure, maxAgeSeconds: secondsUntil(tokens.refreshExpiresAt, options.now) }
  return [
    cookie(names(isSecure).refresh, tokens.refreshToken, lasting),
    // As long as the refresh token: an expired access token must arrive to be told from a missing one.
    cookie(names(isSecure).access, tokens.accessToken, lasting),
  ]
}

/** The `Set-Cookie` value that changes the access token of a session and nothing else. */
export const createAccessCookie = (accessToken: string, isSecure: boolean): string =>
  cookie(names(isSecure).access, accessToken, { isSecure, maxAgeSeconds: sessionLifetimes.remembered.idleSeconds })

/** `Set-Cookie` values that remove a session. */
export const clearSessionCookies = (isSecure: boolean): string[] =>
  Object.values(names(isSecure)).map((name) => cookie(name, '', { isSecure, maxAgeSeconds: 0 }))

/** The `Set-Cookie` value that binds a mailed sign-in link to this browser; an empty secret removes it. */
export const createLinkCookie = (secret: string, isSecure: boolean): string =>
  cookie(linkName(isSecure), secret, { isSecure, maxAgeSeconds: secret === '' ? 0 : signInLinkSeconds })

/**
 * `Set-Cookie` values after a sign-in: those of the session, and the one by which this browser is known to the
 * account from then on, signed out or not.
 *
 * @param signedIn.knownCookie  What the browser sent as `readKnownCookie`.
 */
export const createSignInCookies = (
  { isSecure, keyring }: { readonly isSecure: boolean; readonly keyring: Keyring },
  signedIn: { readonly tokens: SignedInTokens; readonly knownCookie: string | undefined },
  now: Date,
): string[] => {
  const { tokens, knownCookie } = signedIn
  const known = rememberAccount(keyring, knownCookie, tokens.account)
  const knownCookieLine = cookie(knownName(isSecure), known, { isSecure, maxAgeSeconds: knownSeconds })
  return [...createSessionCookies(tokens, { isSecure, now }), knownCookieLine]
}

/** The cookie by which a browser is known to accounts (known-browser.ts). */
export const readKnownCookie = (header: string | undefined, isSecure: boolean): string | undefined =>
  readCookies(header).get(knownName(isSecure))

const readCookies = (header: string | undefined): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const separator = part.indexOf('=')
    const name = part.slice(0, separator).trim()
    if (separator > 0 && !pairs.has(name)) pairs.set(name, part.slice(separator + 1).trim())
  }
  return pairs
}

/** The session cookies of a request's `Cookie` header. */
export const readSessionCookies = (
  header: string | undefined,
  isSecure: boolean,
): { accessToken: string | undefined; refreshToken: string | undefined } => {
  const { access, refresh } = names(isSecure)
  const cookies = readCookies(header)
  return { accessToken: cookies.get(access), refreshToken: cookies.get(refresh) }
}

/** The secret that binds a mailed sign-in link to this browser. */
export const readLinkCookie = (header: string | undefined, isSecure: boolean): string | undefined =>
  readCookies(header).get(linkName(isSecure))
