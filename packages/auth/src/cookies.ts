import type { SessionTokens } from './auth.ts'

/**
 * The two session cookies. On https they carry the `__Host-` prefix and `Secure`; on plain http,
 * which only local runs use, browsers would refuse both.
 */
const names = (isSecure: boolean): { access: string; refresh: string } =>
  isSecure ? { access: '__Host-at', refresh: '__Host-rt' } : { access: 'at', refresh: 'rt' }

const cookie = (name: string, value: string, options: { isSecure: boolean; maxAgeSeconds: number }): string =>
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
  const { access, refresh } = names(options.isSecure)
  const attributes = (end: Date) => ({
    isSecure: options.isSecure,
    maxAgeSeconds: secondsUntil(end, options.now),
  })
  return [
    // As long as the refresh token: an expired access token must arrive to be told from a missing one.
    cookie(access, tokens.accessToken, attributes(tokens.refreshExpiresAt)),
    cookie(refresh, tokens.refreshToken, attributes(tokens.refreshExpiresAt)),
  ]
}

/** `Set-Cookie` values that remove both. */
export const clearSessionCookies = (isSecure: boolean): string[] =>
  Object.values(names(isSecure)).map((name) => cookie(name, '', { isSecure, maxAgeSeconds: 0 }))

/** The session cookies of a request's `Cookie` header. */
export const readSessionCookies = (
  header: string | undefined,
  isSecure: boolean,
): { accessToken: string | undefined; refreshToken: string | undefined } => {
  const { access, refresh } = names(isSecure)
  const pairs = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const separator = part.indexOf('=')
    const name = part.slice(0, separator).trim()
    if (separator > 0 && !pairs.has(name)) pairs.set(name, part.slice(separator + 1).trim())
  }
  return { accessToken: pairs.get(access), refreshToken: pairs.get(refresh) }
}
