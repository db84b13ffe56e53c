import type { SessionEntry } from '@afterword/validation/session/schema'
import { authSession, userAccount } from '@afterword/db/schema'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Auth } from './auth.ts'
import { sessionLifetimes } from './create-session.ts'

/** The sessions of a person that can still be used, the one used last first; at most 100. */
export const listSessions = async (
  auth: Pick<Auth, 'db'>,
  userId: string,
): Promise<Omit<SessionEntry, 'isCurrent'>[]> =>
  await auth.db
    .select({
      id: authSession.id,
      browser: authSession.uaFamily,
      place: authSession.ipPrefix,
      signedInAt: authSession.createdAt,
      lastSeenAt: authSession.lastSeenAt,
      isRemembered: sql<boolean>`${authSession.idleLifetimeSeconds} > ${sessionLifetimes.usual.idleSeconds}`,
    })
    .from(authSession)
    .innerJoin(userAccount, eq(userAccount.id, authSession.userId))
    .where(
      and(
        eq(authSession.userId, userId),
        sql`${authSession.revokedAt} is null`,
        sql`least(${authSession.idleExpiresAt}, ${authSession.absoluteExpiresAt}) > clock_timestamp()`,
        eq(userAccount.sessionEpoch, authSession.userEpoch),
      ),
    )
    .orderBy(desc(authSession.lastSeenAt))
    .limit(100)
