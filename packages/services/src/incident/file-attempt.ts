import type { Transaction } from '@afterword/db/client'
import { type AttemptMarks, incident, incidentAttempt } from '@afterword/db/schema'
import type { Verdict } from '@afterword/validation/incident'
import { and, desc, eq, gte, isNull, lte, ne, or, sql } from 'drizzle-orm'

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

/** What needs nobody's attention is counted, not shown as a failure. */
const quiet: ReadonlySet<Verdict> = new Set([
  'aborted_by_visitor',
  'browser_noise',
  'mail_scanner',
  'offline',
  'rejected',
])

/** A pause this long ends an incident; what comes later is another one. */
const pauseMs = 2 * 3_600_000
/** Shops that are hit within this time of each other share a cause. */
const togetherMs = 10 * 60_000

const near = (at: Date, ms: number) =>
  and(lte(incident.firstAt, new Date(at.getTime() + ms)), gte(incident.lastAt, new Date(at.getTime() - ms)))

/** What an incident's own operator has put aside stays aside: a muted or resolved one is found after any pause. */
const findGroup = async (tx: Transaction, attempt: FiledAttempt): Promise<string | null> => {
  const isKind = and(eq(incident.verdict, attempt.verdict), eq(incident.procedure, attempt.procedure))
  const isOwn = attempt.shopId === null ? isNull(incident.shopId) : eq(incident.shopId, attempt.shopId)
  const isPutAside = and(ne(incident.state, 'open'), lte(incident.firstAt, attempt.startedAt))
  const isShared = and(isNull(incident.shopId), near(attempt.startedAt, togetherMs))
  const [own] = await tx
    .select({ id: incident.id })
    .from(incident)
    .where(and(isKind, or(and(isOwn, or(near(attempt.startedAt, pauseMs), isPutAside)), isShared)))
    .orderBy(desc(incident.lastAt))
    .limit(1)
  if (own !== undefined) return own.id
  if (attempt.shopId === null) return null
  const [others] = await tx
    .update(incident)
    .set({ shopId: null })
    .where(
      sql`${incident.id} = (select i.id from incident i where i.verdict = ${attempt.verdict}
        and i.procedure = ${attempt.procedure} and i.shop_id is not null
        and i.first_at <= ${new Date(attempt.startedAt.getTime() + togetherMs).toISOString()}
        and i.last_at >= ${new Date(attempt.startedAt.getTime() - togetherMs).toISOString()}
        order by i.last_at desc limit 1)`,
    )
    .returning({ id: incident.id })
  return others?.id ?? null
}

const openGroup = async (tx: Transaction, attempt: FiledAttempt): Promise<string> => {
  const [opened] = await tx
    .insert(incident)
    .values({
      verdict: attempt.verdict,
      procedure: attempt.procedure,
      shopId: attempt.shopId,
      state: quiet.has(attempt.verdict) ? 'muted' : 'open',
      firstAt: attempt.startedAt,
      lastAt: attempt.startedAt,
    })
    .returning({ id: incident.id })
  if (opened === undefined) throw new Error('insert into incident returned no row')
  return opened.id
}

/**
 * Files a judged attempt with the incident it belongs to, or opens one. An attempt that was filed
 * before changes nothing; a resolved incident that returns is open again.
 */
export const fileAttempt = async (tx: Transaction, attempt: FiledAttempt): Promise<void> => {
  const { evidence, procedure: _procedure, ...row } = attempt
  const [known] = await tx
    .select({ marks: incidentAttempt.marks })
    .from(incidentAttempt)
    .where(eq(incidentAttempt.attemptId, attempt.attemptId))
  if (known !== undefined && (known.marks.client !== null || attempt.marks.client === null)) return
  // The browser has spoken at last: the attempt is judged anew and may belong elsewhere.
  if (known !== undefined) {
    await tx.delete(incidentAttempt).where(eq(incidentAttempt.attemptId, attempt.attemptId))
    await tx.execute(sql`delete from incident i where not exists
      (select from incident_attempt a where a.incident_id = i.id) and i.verdict = 'unknown'`)
  }
  const incidentId = (await findGroup(tx, attempt)) ?? (await openGroup(tx, attempt))
  await tx.insert(incidentAttempt).values({ ...row, evidence: [...evidence], incidentId })
  const at = attempt.startedAt.toISOString()
  await tx
    .update(incident)
    .set({
      state: sql`case when ${incident.state} = 'resolved' and coalesce(${incident.resolvedAt}, '-infinity') < ${at} then 'open' else ${incident.state} end`,
      firstAt: sql`least(${incident.firstAt}, ${at})`,
      lastAt: sql`greatest(${incident.lastAt}, ${at})`,
    })
    .where(eq(incident.id, incidentId))
}
