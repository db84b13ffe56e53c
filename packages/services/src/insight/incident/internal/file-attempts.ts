import type { Transaction } from '@afterword/db/connection/client'
import { incident, incidentAttempt } from '@afterword/db/schema'
import type { AttemptMarks } from '@afterword/validation/incident/schema'
import type { Verdict } from '@afterword/validation/incident/rules'
import { and, inArray, sql } from 'drizzle-orm'
import { createGroups, type Groups } from './find-group.ts'

/** A judged attempt with what is known of whom it hit. */
export interface FiledAttempt {
  readonly attemptId: string
  readonly startedAt: Date
  readonly procedure: string
  readonly verdict: Verdict
  readonly evidence: readonly string[]
  readonly marks: AttemptMarks
  readonly shopId: string | null
  readonly reviewRequestId: string | null
  readonly lineItemId: string | null
  readonly submissionId: string | null
  readonly requestId: string | null
  readonly browser: string | null
  readonly place: string | null
  readonly release: string | null
}

/** Whether a side has spoken that was silent when the attempt was judged. */
const knowsMore = (now: AttemptMarks, before: AttemptMarks): boolean =>
  (before.client === null && now.client !== null) || (before.server === null && now.server !== null)

/** Which of them are to be filed: one row per attempt, and one of which nothing more is known stays as it is. */
const takeNew = async (tx: Transaction, attempts: readonly FiledAttempt[]): Promise<readonly FiledAttempt[]> => {
  const ids = attempts.map(({ attemptId }) => attemptId)
  const rows = await tx
    .select({ id: incidentAttempt.attemptId, marks: incidentAttempt.marks })
    .from(incidentAttempt)
    .where(inArray(incidentAttempt.attemptId, ids))
  const known = new Map(rows.map(({ id, marks }) => [id, marks]))
  const taken = new Map<string, FiledAttempt>()
  for (const attempt of attempts) {
    const before = known.get(attempt.attemptId)
    const isSettled = before !== undefined && !knowsMore(attempt.marks, before)
    if (!isSettled && !taken.has(attempt.attemptId)) taken.set(attempt.attemptId, attempt)
  }
  const again = [...taken.keys()].filter((id) => known.has(id))
  if (again.length > 0) {
    // The other side has spoken at last: the attempt is judged again and may belong elsewhere.
    const left = await tx
      .delete(incidentAttempt)
      .where(inArray(incidentAttempt.attemptId, again))
      .returning({ incidentId: incidentAttempt.incidentId })
    const isEmpty = sql`not exists (select from ${incidentAttempt} a where a.incident_id = ${incident.id})`
    const touched = left.map(({ incidentId }) => incidentId)
    await tx.delete(incident).where(and(inArray(incident.id, touched), isEmpty))
  }
  return [...taken.values()]
}

const fileAll = async (tx: Transaction, groups: Groups, attempts: readonly FiledAttempt[]): Promise<void> => {
  const rows: (typeof incidentAttempt.$inferInsert)[] = []
  for (const attempt of attempts) {
    const { evidence, procedure: _procedure, ...row } = attempt
    rows.push({ ...row, evidence: [...evidence], incidentId: await groups.find(tx, attempt) })
  }
  await groups.save(tx)
  if (rows.length > 0) await tx.insert(incidentAttempt).values(rows).onConflictDoNothing()
}

/**
 * Files judged attempts, oldest first, with the incidents they belong to, or opens them. An attempt that
 * was filed before changes nothing; a resolved incident that returns is open again. Asks the database a
 * number of times that depends on the incidents hit, not on the attempts.
 */
export const fileAttempts = async (tx: Transaction, attempts: readonly FiledAttempt[]): Promise<void> => {
  if (attempts.length === 0) return
  await fileAll(tx, createGroups(), await takeNew(tx, attempts))
}
