import type { SessionTokens } from './auth.ts'
import { sessionLifetimes } from './create-session.ts'
import { signInLinkSeconds } from './sign-in-link.ts'

/** Says to scripts when the access token ends, in seconds since 1970: one tab sees that another has renewed. */
const markerName = 'at_exp'

/**
 * The two session cookies. On https they carry the `__Host-` prefix and `Secure`; on plain http,
 * which only local runs use, browsers would refuse both.
 */
const names = (isSecure: boolean): { access: string; refresh: string } =>
  isSecure ? { access: '__Host-at', refresh: '__Host-rt' } : { access: 'at', refresh: 'rt' }

/** Holds the secret that binds a mailed sign-in link to the browser that asked for it. */
const linkName = (isSecure: boolean): string => (isSecure ? '__Host-ml' : 'ml')

interface CookieOptions {
  readonly isSecure: boolean
  readonly maxAgeSeconds: number
  /** Whether scripts may read it; no secret ever. */
  readonly isReadable?: boolean
}

const cookie = (name: string, value: string, options: CookieOptions): string =>
  [
    `${name}=${value}`,
    'Path=/',
    `Max-Age=${Math.max(0, Math.floor(options.maxAgeSeconds))}`,
    ...(options.isReadable === true ? [] : ['HttpOnly']),
    'SameSite=Lax',
    ...(options.isSecure ? ['Secure'] : []),
  ].join('; ')

const secondsUntil = (end: Date, now: Date): number => (end.getTime() - now.getTime()) / 1000

type Access = Pick<SessionTokens, 'accessToken' | 'accessExpiresAt'>

const accessCookies = (tokens: Access, options: CookieOptions): string[] => [
  // As long as the refresh token: an expired access token must arrive to be told from a missing one.
  cookie(names(options.isSecure).access, tokens.accessToken, options),
  cookie(markerName, String(Math.floor(tokens.accessExpiresAt.getTime() / 1000)), { ...options, isReadable: true }),
]

/** `Set-Cookie` values that hold a session. */
export const createSessionCookies = (tokens: SessionTokens, options: { isSecure: boolean; now: Date }): string[] => {
  const { isSecure } = options
  const lasting = { isSecure, maxAgeSeconds: secondsUntil(tokens.refreshExpiresAt, options.now) }
  return [cookie(names(isSecure).refresh, tokens.refreshToken, lasting), ...accessCookies(tokens, lasting)]
}

/** `Set-Cookie` values that change the access token of a session and nothing else. */
export const createAccessCookies = (tokens: Access, isSecure: boolean): string[] =>
  accessCookies(tokens, { isSecure, maxAgeSeconds: sessionLifetimes.usual.idleSeconds })

/** `Set-Cookie` values that remove a session. */
export const clearSessionCookies = (isSecure: boolean): string[] => [
  ...Object.values(names(isSecure)).map((name) => cookie(name, '', { isSecure, maxAgeSeconds: 0 })),
  cookie(markerName, '', { isSecure, maxAgeSeconds: 0, isReadable: true }),
]

/** The `Set-Cookie` value that binds a mailed sign-in link to this browser; an empty secret removes it. */
export const createLinkCookie = (secret: string, isSecure: boolean): string =>
  cookie(linkName(isSecure), secret, { isSecure, maxAgeSeconds: secret === '' ? 0 : signInLinkSeconds })

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
