import type { Executor, Transaction } from '@afterword/db/connection/client'
import { uuidText } from '@afterword/validation/primitives/uuid-text'
import { clientOutcome, clientReport } from '@afterword/db/schema'
import type { ClientReport } from '@afterword/validation/incident/client-report'
import { decodeId } from '@afterword/validation/primitives/ids'
import { sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { type IsProcedure, nameOfPage, unknownCall } from './internal/known-calls.ts'
import { type DayQuota, withinQuota } from './log-quota.ts'

interface ReportOrigin {
  readonly browser: string | null
  readonly place: string | null
  readonly now: Date
  /** Which names of calls are kept; others become `unknown`. */
  readonly isProcedure: IsProcedure
  /** What the reports of all browsers may take in a day. */
  readonly quota: DayQuota
}

type ReportRow = typeof clientReport.$inferInsert
type Outcome = Extract<ClientReport, { kind: 'outcome' }>

/** Links' codes have no place here, even if a page's script let one slip into a message. */
export const withoutCodes = (text: string): string => text.replaceAll(/[A-Za-z0-9_-]{40,}/g, '[code]')

/** An error has no id of its own: the same one from the same browser within a minute is one. */
const idOf = (report: ClientReport, { browser, place, now }: ReportOrigin): string => {
  const minute = Math.floor(now.getTime() / 60_000)
  const hash = createHash('sha256')
    .update(JSON.stringify([report, browser, place, minute]))
    .digest('hex')
  return uuidText(hash)
}

const toRow = (report: Exclude<ClientReport, { kind: 'outcome' }>, from: ReportOrigin): ReportRow => {
  const { browser, place, now, isProcedure } = from
  if (report.kind === 'error') {
    return {
      attemptId: idOf(report, from),
      kind: 'error',
      startedAt: now,
      durationMs: 0,
      procedure: nameOfPage(report.path),
      errorName: 'Error',
      errorMessage: withoutCodes(report.message),
      stack: report.stack === null ? null : withoutCodes(report.stack),
      isOnline: true,
      wasHidden: false,
      wasLeaving: false,
      release: report.release,
      browser,
      place,
    }
  }
  const { kind, startedMsAgo, lineItemId, errorMessage, ...seen } = report
  return {
    ...seen,
    kind,
    procedure: isProcedure(seen.procedure) ? seen.procedure : unknownCall,
    startedAt: new Date(now.getTime() - startedMsAgo),
    lineItemId: lineItemId === null ? null : decodeId('lineItem', lineItemId),
    errorMessage: withoutCodes(errorMessage),
    browser,
    place,
  }
}

const saveOutcomes = async (tx: Transaction, outcomes: readonly Outcome[]): Promise<void> => {
  const last = new Map(outcomes.map((report) => [report.submissionId, report]))
  if (last.size === 0) return
  await tx
    .insert(clientOutcome)
    .values([...last.values()].map(({ submissionId, outcome }) => ({ submissionId, outcome })))
    .onConflictDoUpdate({
      target: clientOutcome.submissionId,
      set: { outcome: sql`excluded.outcome`, at: sql`now()` },
    })
}

const isOutcome = (report: ClientReport): report is Outcome => report.kind === 'outcome'

/**
 * Keeps what a browser reported, within the day's quota: beyond it reports are counted and not kept. The same report
 * sent twice, because the answer to the first was lost, is kept once.
 */
export const saveReports = async (
  db: Executor,
  reports: readonly ClientReport[],
  from: ReportOrigin,
): Promise<void> => {
  const { place, quota, now } = from
  await db.transaction(async (tx) => {
    const kept = await withinQuota(tx, { log: 'reports', quota, now, rows: reports, place: () => place })
    const rows = kept.flatMap((report) => (isOutcome(report) ? [] : [toRow(report, from)]))
    if (rows.length > 0) await tx.insert(clientReport).values(rows).onConflictDoNothing()
    await saveOutcomes(tx, kept.filter(isOutcome))
  })
}
