import { authEvent, authSession } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import type { Auth, Origin, SignedInTokens } from './auth.ts'
import { findSubject, type SessionSubject } from './find-subject.ts'
import type { Pepper } from './key-store.ts'
import { createRefreshToken } from './refresh-token.ts'

const day = 24 * 3600

/**
 * A session ends after so long without use, and at the latest after the second time. What is kept for
 * a remembered browser goes beyond NIST SP 800-63B-4's 30 days: see docs/threat-model.md.
 */
export const sessionLifetimes = {
  usual: { idleSeconds: 30 * day, absoluteSeconds: 90 * day },
  remembered: { idleSeconds: 90 * day, absoluteSeconds: 365 * day },
} as const

export interface NewSession {
  readonly origin: Origin
  /** How the person proved who they are (RFC 8176): `pwd`, `otp` for a mailed link, `fed` for a provider. */
  readonly amr: readonly ('pwd' | 'otp' | 'fed')[]
  /** When they proved it, if that was before now: what asks for a fresh proof goes by it. */
  readonly provedAt?: Date | undefined
  /** Whether this browser is the person's own: longer lifetimes. */
  readonly isRemembered?: boolean
  /** The shop to act for; default the one they joined first. */
  readonly shopId?: string
}

interface TokenKey {
  readonly pepper: Pepper
  readonly salt: Uint8Array
}

const insertSession = async (auth: Auth, subject: SessionSubject, options: NewSession & { key: TokenKey }) => {
  const lifetime = options.isRemembered === true ? sessionLifetimes.remembered : sessionLifetimes.usual
  return await auth.db.transaction(async (tx) => {
    const [session] = await tx
      .insert(authSession)
      .values({
        kind: subject.kind,
        userId: subject.userId,
        shopId: subject.shopId,
        amr: [...options.amr],
        // A clock of somebody else's that is ahead of ours makes no proof fresher than this moment.
        ...(options.provedAt === undefined
          ? {}
          : { authTime: sql`least(${options.provedAt.toISOString()}::timestamptz, now())` }),
        salt: options.key.salt,
        macKid: options.key.pepper.kid,
        userEpoch: subject.userEpoch,
        idleLifetimeSeconds: lifetime.idleSeconds,
        idleExpiresAt: sql`now() + make_interval(secs => ${lifetime.idleSeconds})`,
        absoluteExpiresAt: sql`now() + make_interval(secs => ${lifetime.absoluteSeconds})`,
        ...options.origin,
      })
      .returning({
        id: authSession.id,
        createdAt: authSession.createdAt,
        authTime: authSession.authTime,
        idleExpiresAt: authSession.idleExpiresAt,
      })
    if (session === undefined) throw new Error('insert into auth_session returned no row')
    await tx
      .insert(authEvent)
      .values({ type: 'sign_in', sessionId: session.id, userId: subject.userId, currentGen: 0, ...options.origin })
    return session
  })
}

/**
 * Opens a session for a person whose identity has been proved.
 *
 * @returns Both tokens, or null when the account is disabled, belongs to no shop or not to the wanted one.
 */
export const createSession = async (
  auth: Auth,
  userId: string,
  options: NewSession,
): Promise<SignedInTokens | null> => {
  const subject = await findSubject(auth.db, userId, options.shopId)
  if (subject === null) return null
  const { peppers } = await auth.keys.current()
  const key: TokenKey = { pepper: peppers[0], salt: randomBytes(32) }
  const session = await insertSession(auth, subject, { ...options, key })
  const access = await auth.accessTokens.sign(
    { ...subject, sessionId: session.id, gen: 0, authTime: session.authTime, amr: options.amr },
    session.createdAt,
  )
  return {
    accessToken: access.token,
    accessExpiresAt: access.expiresAt,
    refreshToken: createRefreshToken(key.pepper, key.salt, { sessionId: session.id, gen: 0 }),
    refreshExpiresAt: session.idleExpiresAt,
    account: { userId: subject.userId, userEpoch: subject.userEpoch },
  }
}
