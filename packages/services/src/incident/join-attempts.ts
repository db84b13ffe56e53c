import type { Database, Executor, Transaction } from '@afterword/db/client'
import {
  clientReport,
  incidentAttempt,
  lineItem,
  processMark,
  reviewSubmission,
  serverAttempt,
} from '@afterword/db/schema'
import { and, asc, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { fileAttempt, type FiledAttempt } from './file-attempt.ts'
import { judgeAttempt } from './judge-attempt.ts'

/** How long a report waits for the server's side: its log is written within a second or two. */
const reportWaitSeconds = 30
/** How long a failure only the server saw waits for its browser to speak. */
const serverWaitSeconds = 120
/** Failures the server saw are looked for this far back; older ones were joined when they were young. */
const serverHorizonHours = 26
const batchSize = 500
/** A process that started this close to an attempt may have taken its trace with it. */
const gapMs = 60_000

type Report = typeof clientReport.$inferSelect
type Seen = typeof serverAttempt.$inferSelect

export interface Joined {
  readonly reports: number
  readonly serverOnly: number
}

const msAfter = (start: Date, mark: Date | null): number | null =>
  mark === null ? null : Math.max(0, mark.getTime() - start.getTime())

const serverSideOf = (seen: Seen) => ({
  committedMs: msAfter(seen.receivedAt, seen.committedAt),
  finishedMs: msAfter(seen.receivedAt, seen.finishedAt),
  closedMs: msAfter(seen.receivedAt, seen.closedAt),
  httpStatus: seen.httpStatus,
  code: seen.code,
})

/** Times at which a process started or rows of the log were lost: it may have a gap around them. */
const loadStarts = async (db: Executor, around: readonly Date[]): Promise<number[]> => {
  if (around.length === 0) return []
  const times = around.map((at) => at.getTime())
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

interface Around {
  readonly servers: ReadonlyMap<string, Seen>
  /** When each submission was stored, in milliseconds since 1970. */
  readonly stored: ReadonlyMap<string, number>
  readonly shops: ReadonlyMap<string, string>
  readonly starts: readonly number[]
}

/**
 * Whether the submission was stored between the start and the end of this try. The browser's clock gives
 * lengths of time only; its start is counted back from the report's arrival.
 */
const wasStoredMeanwhile = (report: Report, stored: ReadonlyMap<string, number>): boolean => {
  const at = report.submissionId === null ? undefined : stored.get(report.submissionId)
  const startedMs = report.startedAt.getTime()
  return at !== undefined && at >= startedMs && at <= startedMs + report.durationMs
}

const judgeReport = (report: Report, around: Around): FiledAttempt => {
  const seen = around.servers.get(report.attemptId)
  const startedMs = report.startedAt.getTime()
  const server = seen === undefined ? null : serverSideOf(seen)
  const judgement = judgeAttempt({
    client: report,
    server,
    isServerLogComplete: !around.starts.some((at) => Math.abs(at - startedMs) < gapMs),
    wasStoredMeanwhile: wasStoredMeanwhile(report, around.stored),
  })
  const { durationMs, errorName, errorMessage, isOnline, wasHidden, wasLeaving } = report
  return {
    ...judgement,
    attemptId: report.attemptId,
    startedAt: report.startedAt,
    procedure: report.procedure,
    marks: {
      client: { durationMs, errorName, errorMessage, isOnline, wasHidden, wasLeaving },
      server: server && { receivedMs: 0, ...server },
    },
    shopId: seen?.shopId ?? around.shops.get(report.lineItemId ?? '') ?? null,
    reviewRequestId: seen?.reviewRequestId ?? null,
    lineItemId: seen?.lineItemId ?? report.lineItemId,
    submissionId: report.submissionId ?? seen?.submissionId ?? null,
    requestId: seen?.requestId ?? null,
    browser: report.browser,
    place: report.place,
    release: report.release ?? seen?.release ?? null,
  }
}

const joinReports = async (db: Transaction, now: Date): Promise<number> => {
  const reports = await db
    .select()
    .from(clientReport)
    .where(
      and(
        isNull(clientReport.joinedAt),
        lt(clientReport.reportedAt, new Date(now.getTime() - reportWaitSeconds * 1_000)),
      ),
    )
    .orderBy(asc(clientReport.startedAt))
    .limit(batchSize)
  if (reports.length === 0) return 0
  const around: Around = {
    servers: await loadServerSides(db, reports),
    stored: await loadStored(
      db,
      reports.map(({ submissionId }) => submissionId),
    ),
    shops: await loadShops(db, reports),
    starts: await loadStarts(
      db,
      reports.map(({ startedAt }) => startedAt),
    ),
  }
  for (const report of reports) await fileAttempt(db, judgeReport(report, around))
  await db
    .update(clientReport)
    .set({ joinedAt: now })
    .where(
      inArray(
        clientReport.attemptId,
        reports.map(({ attemptId }) => attemptId),
      ),
    )
  return reports.length
}

const judgeServerOnly = (seen: Seen): FiledAttempt => {
  const server = serverSideOf(seen)
  const judgement = judgeAttempt({ client: null, server, isServerLogComplete: true, wasStoredMeanwhile: false })
  const { receivedAt, committedAt: _committedAt, finishedAt: _finishedAt, closedAt: _closedAt, ...rest } = seen
  const { httpStatus: _httpStatus, code: _code, ...known } = rest
  return {
    ...judgement,
    ...known,
    startedAt: receivedAt,
    marks: { client: null, server: { receivedMs: 0, ...server } },
  }
}

/** Failures of which no browser has told: 5xx, and connections that closed before the answer was out. */
const joinServerOnly = async (db: Transaction, now: Date): Promise<number> => {
  const rows = await db
    .select()
    .from(serverAttempt)
    .where(
      and(
        gt(serverAttempt.receivedAt, new Date(now.getTime() - serverHorizonHours * 3_600_000)),
        lt(serverAttempt.receivedAt, new Date(now.getTime() - serverWaitSeconds * 1_000)),
        or(sql`${serverAttempt.httpStatus} >= 500`, isNull(serverAttempt.finishedAt)),
        sql`not exists (select from ${incidentAttempt} filed where filed.attempt_id = ${serverAttempt.attemptId})`,
        sql`not exists (select from ${clientReport} told where told.attempt_id = ${serverAttempt.attemptId})`,
      ),
    )
    .orderBy(asc(serverAttempt.receivedAt))
    .limit(batchSize)
  for (const seen of rows) await fileAttempt(db, judgeServerOnly(seen))
  return rows.length
}

/** Any number: one joiner at a time, so that groups are made once. */
const joinLock = 8_214_309

/**
 * Joins what browsers reported with what the server recorded, judges each failed attempt and files it
 * with its incident. Works in batches, so a day of a million attempts needs no more memory than a
 * minute. Done twice it changes nothing.
 *
 * @returns How many of each were joined; zeros while another process joins.
 */
export const joinAttempts = async (db: Database, now: Date): Promise<Joined> => {
  const total = { reports: 0, serverOnly: 0 }
  for (;;) {
    const batch = await db.transaction(async (tx) => {
      const [lock] = await tx.execute<{ taken: boolean }>(sql`select pg_try_advisory_xact_lock(${joinLock}) as taken`)
      if (lock?.taken !== true) return null
      return { reports: await joinReports(tx, now), serverOnly: await joinServerOnly(tx, now) }
    })
    if (batch === null) return total
    total.reports += batch.reports
    total.serverOnly += batch.serverOnly
    if (batch.reports < batchSize && batch.serverOnly < batchSize) return total
  }
}
