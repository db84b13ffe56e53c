import type { SessionTokens, SignedInTokens } from './auth.ts'
import { sessionLifetimes } from './create-session.ts'
import type { Keyring } from './keyring.ts'
import { rememberAccount } from './known-browser.ts'
import { knownCookieName, linkCookieName, sessionCookieNames } from './read-cookies.ts'
import { signInLinkSeconds } from './way-in.ts'
import { writeCookie } from './write-cookie.ts'

const knownSeconds = 365 * 24 * 3600

const secondsUntil = (end: Date, now: Date): number => (end.getTime() - now.getTime()) / 1000

/** `Set-Cookie` values that hold a session. */
export const createSessionCookies = (tokens: SessionTokens, options: { isSecure: boolean; now: Date }): string[] => {
  const { isSecure } = options
  const lasting = { isSecure, maxAgeSeconds: secondsUntil(tokens.refreshExpiresAt, options.now) }
  return [
    writeCookie(sessionCookieNames(isSecure).refresh, tokens.refreshToken, lasting),
    // As long as the refresh token: an expired access token must arrive to be told from a missing one.
    writeCookie(sessionCookieNames(isSecure).access, tokens.accessToken, lasting),
  ]
}

/** The `Set-Cookie` value that changes the access token of a session and nothing else. */
export const createAccessCookie = (accessToken: string, isSecure: boolean): string =>
  writeCookie(sessionCookieNames(isSecure).access, accessToken, {
    isSecure,
    maxAgeSeconds: sessionLifetimes.remembered.idleSeconds,
  })

/** `Set-Cookie` values that remove a session. */
export const clearSessionCookies = (isSecure: boolean): string[] =>
  Object.values(sessionCookieNames(isSecure)).map((name) => writeCookie(name, '', { isSecure, maxAgeSeconds: 0 }))

/** The `Set-Cookie` value that binds a mailed sign-in link to this browser; an empty secret removes it. */
export const createLinkCookie = (secret: string, isSecure: boolean): string =>
  writeCookie(linkCookieName(isSecure), secret, { isSecure, maxAgeSeconds: secret === '' ? 0 : signInLinkSeconds })

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
  const knownCookieLine = writeCookie(knownCookieName(isSecure), known, { isSecure, maxAgeSeconds: knownSeconds })
  return [...createSessionCookies(tokens, { isSecure, now }), knownCookieLine]
}
