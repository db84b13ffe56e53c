import { authEvent } from '@afterword/db/schema'
import { sendSecurityNotice } from '@afterword/jobs/definitions/send-security-notice'
import { inArray, sql } from 'drizzle-orm'
import type { ServiceDeps } from '../context.ts'

/** Per run; the next one takes more. */
const batchSize = 200

/**
 * Queues a mail for each event that its person must hear of, in the transaction that notes it: once
 * each, however many workers look. The event itself is written by the statement that decided it, so
 * none is lost when a process dies right after.
 *
 * @returns how many were queued
 */
export const queueNotices = async ({ db, jobs }: Pick<ServiceDeps, 'db' | 'jobs'>): Promise<number> =>
  await db.transaction(async (tx) => {
    const events = await tx
      .select({ id: authEvent.id })
      .from(authEvent)
      .where(
        sql`${authEvent.type} in ('reuse', 'password_changed', 'password_reset')
          and ${authEvent.noticeQueuedAt} is null and ${authEvent.at} > now() - interval '2 days'`,
      )
      .orderBy(authEvent.at)
      .limit(batchSize)
      .for('update', { skipLocked: true })
    if (events.length === 0) return 0
    for (const { id } of events) await jobs.enqueue(tx, sendSecurityNotice, { authEventId: id })
    await tx
      .update(authEvent)
      .set({ noticeQueuedAt: sql`now()` })
      .where(
        inArray(
          authEvent.id,
          events.map(({ id }) => id),
        ),
      )
    return events.length
  })
