import type { Executor, Transaction } from '@afterword/db/connection/client'
import { clientReport, incidentAttempt, serverAttempt } from '@afterword/db/schema'
import { and, asc, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { fileAttempts } from './internal/file-attempts.ts'
import { judgeReport, judgeServerOnly } from '../judgement/internal/judge-sides.ts'
import { loadAround } from './internal/load-around.ts'

/** How long a report waits for the server's side: its log is written within a second or two. */
const reportWaitSeconds = 30
/** How long a failure only the server saw waits for its browser to speak. */
const serverWaitSeconds = 120
/** Failures the server saw are looked for this far back; older ones were joined when they were young. */
const serverHorizonHours = 26
const batchSize = 500

export interface Joined {
  readonly reports: number
  readonly serverOnly: number
}

/** Where a batch ended: the next one begins after it. */
interface Cursor {
  readonly at: string
  readonly id: string
}

const isAfter = (at: SQL, id: SQL, cursor: Cursor): SQL =>
  sql`(${at}, ${id}) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
const startOf = (at: string): Cursor => ({ at, id: '00000000-0000-0000-0000-000000000000' })

const waitsBefore = (now: Date) =>
  and(isNull(clientReport.joinedAt), lt(clientReport.reportedAt, new Date(now.getTime() - reportWaitSeconds * 1_000)))

/** Where the oldest report that waits begins; null when none waits. */
const findFirstReport = async (db: Executor, now: Date): Promise<Cursor | null> => {
  const [row] = await db
    .select({ at: sql<string | null>`(min(${clientReport.startedAt}) - interval '1 microsecond')::text` })
    .from(clientReport)
    .where(waitsBefore(now))
  return row?.at == null ? null : startOf(row.at)
}

const cursorAt = (row: { at: string } | undefined, { attemptId = '' } = {}): Cursor | null =>
  row === undefined ? null : { at: row.at, id: attemptId }

interface Step {
  readonly count: number
  /** Where the next batch begins; null after the last. */
  readonly next: Cursor | null
}
const none: Step = { count: 0, next: null }

/** How far both sides have been gone through; null where nothing is left. */
interface Progress {
  readonly reports: Cursor | null
  readonly server: Cursor | null
}

interface Batch {
  readonly now: Date
  readonly after: Cursor
}

const joinReports = async (db: Transaction, { now, after }: Batch): Promise<Step> => {
  const rows = await db
    .select({ report: clientReport, at: sql<string>`${clientReport.startedAt}::text` })
    .from(clientReport)
    .where(and(waitsBefore(now), isAfter(sql`${clientReport.startedAt}`, sql`${clientReport.attemptId}`, after)))
    .orderBy(asc(clientReport.startedAt), asc(clientReport.attemptId))
    .limit(batchSize)
  const reports = rows.map(({ report }) => report)
  if (reports.length === 0) return none
  const around = await loadAround(db, reports)
  await fileAttempts(
    db,
    reports.map((report) => judgeReport(report, around)),
  )
  await db
    .update(clientReport)
    .set({ joinedAt: now })
    .where(
      inArray(
        clientReport.attemptId,
        reports.map(({ attemptId }) => attemptId),
      ),
    )
  return { count: reports.length, next: cursorAt(rows.at(-1), reports.at(-1)) }
}

/** Failures of which no browser has told: 5xx, and connections that closed before the answer was out. */
const joinServerOnly = async (db: Transaction, { now, after }: Batch): Promise<Step> => {
  const rows = await db
    .select({ seen: serverAttempt, at: sql<string>`${serverAttempt.receivedAt}::text` })
    .from(serverAttempt)
    .where(
      and(
        // Said twice: the partitions are chosen by this one.
        sql`${serverAttempt.receivedAt} >= ${after.at}::timestamptz`,
        isAfter(sql`${serverAttempt.receivedAt}`, sql`${serverAttempt.attemptId}`, after),
        lt(serverAttempt.receivedAt, new Date(now.getTime() - serverWaitSeconds * 1_000)),
        or(sql`${serverAttempt.httpStatus} >= 500`, isNull(serverAttempt.finishedAt)),
        sql`not exists (select from ${incidentAttempt} filed where filed.attempt_id = ${serverAttempt.attemptId})`,
        sql`not exists (select from ${clientReport} told where told.attempt_id = ${serverAttempt.attemptId})`,
      ),
    )
    .orderBy(asc(serverAttempt.receivedAt), asc(serverAttempt.attemptId))
    .limit(batchSize)
  await fileAttempts(
    db,
    rows.map(({ seen }) => judgeServerOnly(seen)),
  )
  return { count: rows.length, next: cursorAt(rows.at(-1), rows.at(-1)?.seen) }
}

/** Any number: one joiner at a time, so that groups are made once. */
const joinLock = 8_214_309

/** Holds the lock for the transaction. @returns whether it was to be had */
const takeLock = async (tx: Transaction, waits: boolean): Promise<boolean> => {
  if (waits) {
    await tx.execute(sql`select pg_advisory_xact_lock(${joinLock})`)
    return true
  }
  const [lock] = await tx.execute<{ taken: boolean }>(sql`select pg_try_advisory_xact_lock(${joinLock}) as taken`)
  return lock?.taken === true
}

interface JoinOptions {
  /** From when on failures that only the server saw are looked for; default 26 hours before `now`. */
  readonly since?: Date
  /** Whether to wait for another process that joins. */
  readonly waits?: boolean
}

/**
 * Joins what browsers reported with what the server recorded, judges each failed attempt and files it
 * with its incident. Goes once through both, oldest first, a batch at a time: a day of a million
 * attempts needs no more memory than a minute. Done twice it changes nothing.
 *
 * @returns How many of each were joined; zeros while another process joins.
 */
export const joinAttempts = async (db: Executor, now: Date, options: JoinOptions = {}): Promise<Joined> => {
  const total = { reports: 0, serverOnly: 0 }
  const since = options.since ?? new Date(now.getTime() - serverHorizonHours * 3_600_000)
  let next: Progress | null = {
    reports: await findFirstReport(db, now),
    server: startOf(since.toISOString()),
  }
  const joinBatch = async (from: Progress): Promise<Progress | null> =>
    await db.transaction(async (tx) => {
      if (!(await takeLock(tx, options.waits ?? false))) return null
      const told = from.reports === null ? none : await joinReports(tx, { now, after: from.reports })
      const seen = from.server === null ? none : await joinServerOnly(tx, { now, after: from.server })
      total.reports += told.count
      total.serverOnly += seen.count
      return told.next === null && seen.next === null ? null : { reports: told.next, server: seen.next }
    })
  while (next !== null) next = await joinBatch(next)
  return total
}
