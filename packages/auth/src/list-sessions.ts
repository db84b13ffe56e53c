import { authSession, userAccount } from '@afterword/db/schema'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Auth } from './auth.ts'
import { sessionLifetimes } from './create-session.ts'

export interface SessionEntry {
  readonly id: string
  /** Browser family, e.g. `Firefox`; null when it named none we know. */
  readonly browser: string | null
  /** The network it signed in from, e.g. `192.0.2.0/24`. */
  readonly place: string | null
  readonly signedInAt: Date
  readonly lastSeenAt: Date
  readonly isRemembered: boolean
}

/** The sessions of a person that can still be used, the one used last first; at most 100. */
export const listSessions = async (auth: Pick<Auth, 'db'>, userId: string): Promise<SessionEntry[]> =>
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
