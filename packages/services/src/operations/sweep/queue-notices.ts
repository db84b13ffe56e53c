import { sendSecurityNotice } from '@afterword/jobs/definitions/send-security-notice'
import { authEvent, toldEvents } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import type { ServiceDeps } from '../../kernel/context.ts'
import { noteRestore } from './internal/note-restore.ts'
import { recordMissingEnds } from './internal/record-missing-ends.ts'

/** Per run; the next one takes more. */
const batchSize = 200
/** Two workers that look at once would tell one person twice. Any number that no other lock has. */
const lockId = 7_310_482

/** Literals, not parameters: only so does the planner know that the partial indexes fit. */
const told = sql.raw(toldEvents.map((type) => `'${type}'`).join(', '))

/** The latest event of a kind that a person has not heard of; none within an hour of the last mail of that kind. */
const findUntold = sql`
  select distinct on (e.user_id, e.type) e.id, e.user_id, e.type
  from ${authEvent} e
  where e.type in (${told})
    and e.notice_queued_at is null and e.at > now() - interval '2 days'
    and not exists (
      select from ${authEvent} told
      where told.user_id = e.user_id and told.type = e.type and told.notice_queued_at > now() - interval '1 hour')
  order by e.user_id, e.type, e.id desc
  limit ${batchSize}`

/**
 * Queues a mail for the events that their person must hear of, in the transaction that notes it: once each,
 * however many workers look. Ends of sessions that could not be recorded, or whose process died right after, are written
 * down first, and what tells of a restored database is noted. At most one mail an hour tells a person of one kind of event: of the latest, which
 * stands for those before it; none is left untold.
 *
 * @returns how many were queued
 */
export const queueNotices = async ({ db, jobs }: Pick<ServiceDeps, 'db' | 'jobs'>): Promise<number> =>
  await db.transaction(async (tx) => {
    const [lock] = await tx.execute<{ taken: boolean }>(sql`select pg_try_advisory_xact_lock(${lockId}) as taken`)
    if (lock?.taken !== true) return 0
    await recordMissingEnds(tx)
    await noteRestore(tx)
    const untold = await tx.execute<{ id: string; user_id: string; type: string }>(findUntold)
    for (const { id, user_id: userId, type } of untold) {
      await jobs.enqueue(tx, sendSecurityNotice, { authEventId: Number(id) })
      await tx.execute(sql`
        update ${authEvent} set notice_queued_at = now()
        where user_id = ${userId} and type = ${type} and notice_queued_at is null and id <= ${id}`)
    }
    return untold.length
  })
