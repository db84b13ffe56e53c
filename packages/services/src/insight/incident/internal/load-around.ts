import type { Executor } from '@afterword/db/connection/client'
import { type clientReport, lineItem, processMark, reviewSubmission, serverAttempt } from '@afterword/db/schema'
import { type IsOverQuota, loadLogGaps } from '../../attempt/internal/load-log-gaps.ts'
import { and, gt, inArray, lt } from 'drizzle-orm'

export type Report = typeof clientReport.$inferSelect
export type Seen = typeof serverAttempt.$inferSelect

/** A process that started this close to an attempt may have taken its trace with it. */
const gapMs = 60_000

/** What is known beside the reports themselves. */
export interface Around {
  readonly servers: ReadonlyMap<string, Seen>
  /** When each submission was stored, in milliseconds since 1970. */
  readonly stored: ReadonlyMap<string, number>
  readonly shops: ReadonlyMap<string, string>
  readonly starts: readonly number[]
  readonly isOverQuota: IsOverQuota
}

/** Times at which a process started or rows of the log were lost: it may have a gap around them. */
const loadStarts = async (db: Executor, reports: readonly Report[]): Promise<number[]> => {
  if (reports.length === 0) return []
  const times = reports.flatMap(({ startedAt, reportedAt }) => [startedAt.getTime(), reportedAt.getTime()])
  const rows = await db
    .select({ at: processMark.at })
    .from(processMark)
    .where(
      and(
        inArray(processMark.kind, ['release', 'gap']),
        gt(processMark.at, new Date(Math.min(...times) - gapMs)),
        lt(processMark.at, new Date(Math.max(...times) + gapMs)),
      ),
    )
  return rows.map(({ at }) => at.getTime())
}

const byId = <Row extends { readonly attemptId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.attemptId, row]))

const loadServerSides = async (db: Executor, reports: readonly Report[]): Promise<ReadonlyMap<string, Seen>> => {
  const ids = reports.map(({ attemptId }) => attemptId)
  return byId(await db.select().from(serverAttempt).where(inArray(serverAttempt.attemptId, ids)))
}

const loadStored = async (db: Executor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, number>> => {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ id: reviewSubmission.submissionId, at: reviewSubmission.createdAt })
    .from(reviewSubmission)
    .where(inArray(reviewSubmission.submissionId, wanted))
  return new Map(rows.map(({ id, at }) => [id, at.getTime()]))
}

const loadShops = async (db: Executor, reports: readonly Report[]): Promise<ReadonlyMap<string, string>> => {
  const ids = reports.flatMap(({ lineItemId }) => (lineItemId === null ? [] : [lineItemId]))
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: lineItem.id, shopId: lineItem.shopId })
    .from(lineItem)
    .where(inArray(lineItem.id, ids))
  return new Map(rows.map(({ id, shopId }) => [id, shopId]))
}

/** What a batch of reports is judged with, in five questions whatever its size. */
export const loadAround = async (db: Executor, reports: readonly Report[]): Promise<Around> => ({
  servers: await loadServerSides(db, reports),
  stored: await loadStored(
    db,
    reports.map(({ submissionId }) => submissionId),
  ),
  shops: await loadShops(db, reports),
  starts: await loadStarts(db, reports),
  isOverQuota: await loadLogGaps(db, reports),
})

type Placed = Pick<Report, 'place' | 'startedAt' | 'reportedAt' | 'originAnswered'>

/**
 * Whether the server would have a trace of this call. Where nothing of ours answered right after it, a process may
 * have died with the call in its hands: then it is told by its successor's start, however late that was.
 */
export const isLogComplete = ({ starts, isOverQuota }: Around, call: Placed): boolean => {
  const startedMs = call.startedAt.getTime()
  const untilMs = call.originAnswered === false ? call.reportedAt.getTime() : startedMs
  return !starts.some((at) => at > startedMs - gapMs && at < untilMs + gapMs) && !isOverQuota(call.place, startedMs)
}
