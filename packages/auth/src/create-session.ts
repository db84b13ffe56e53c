import { authEvent, authSession, member, userAccount } from '@afterword/db/schema'
import { and, asc, eq, sql } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import type { Auth, Origin, SessionTokens } from './auth.ts'
import type { MemberRole } from './principal.ts'
import { createRefreshToken, currentMacKid } from './refresh-token.ts'

/** A session ends after this long without use, and at the latest after the second. */
export const sessionLifetimes = {
  idleSeconds: 30 * 24 * 3600,
  absoluteSeconds: 90 * 24 * 3600,
} as const

interface SessionSubject {
  readonly userId: string
  readonly userEpoch: number
  readonly kind: 'member' | 'operator'
  readonly shopId: string | null
  readonly role: MemberRole | null
}

/** The shop a person acts for after sign-in: the one they joined first. Operators act for none. */
const findSubject = async (auth: Auth, userId: string): Promise<SessionSubject | null> => {
  const [row] = await auth.db
    .select({
      isOperator: userAccount.isOperator,
      userEpoch: userAccount.sessionEpoch,
      shopId: member.shopId,
      role: member.role,
    })
    .from(userAccount)
    .leftJoin(member, eq(member.userId, userAccount.id))
    .where(and(eq(userAccount.id, userId), sql`${userAccount.disabledAt} is null`))
    .orderBy(asc(member.createdAt))
    .limit(1)
  if (row === undefined) return null
  if (row.isOperator) return { userId, userEpoch: row.userEpoch, kind: 'operator', shopId: null, role: null }
  if (row.shopId === null) return null
  return { userId, userEpoch: row.userEpoch, kind: 'member', shopId: row.shopId, role: row.role }
}

/**
 * Opens a session for a person whose identity has been proved.
 *
 * @returns Both tokens, or null when the account is disabled or belongs to no shop.
 */
export const createSession = async (auth: Auth, userId: string, origin: Origin): Promise<SessionTokens | null> => {
  const subject = await findSubject(auth, userId)
  if (subject === null) return null
  const salt = randomBytes(32)
  const [session] = await auth.db
    .insert(authSession)
    .values({
      kind: subject.kind,
      userId,
      shopId: subject.shopId,
      salt,
      macKid: currentMacKid,
      userEpoch: subject.userEpoch,
      idleLifetimeSeconds: sessionLifetimes.idleSeconds,
      idleExpiresAt: sql`now() + make_interval(secs => ${sessionLifetimes.idleSeconds})`,
      absoluteExpiresAt: sql`now() + make_interval(secs => ${sessionLifetimes.absoluteSeconds})`,
      ...origin,
    })
    .returning({
      id: authSession.id,
      createdAt: authSession.createdAt,
      idleExpiresAt: authSession.idleExpiresAt,
    })
  if (session === undefined) throw new Error('insert into auth_session returned no row')
  await auth.db.insert(authEvent).values({ type: 'sign_in', sessionId: session.id, userId, currentGen: 0, ...origin })
  const access = await auth.accessTokens.sign({ ...subject, sessionId: session.id, gen: 0 }, session.createdAt)
  return {
    accessToken: access.token,
    accessExpiresAt: access.expiresAt,
    refreshToken: createRefreshToken(auth.keyring, { macKid: currentMacKid, salt }, { sessionId: session.id, gen: 0 }),
    refreshExpiresAt: session.idleExpiresAt,
  }
}
