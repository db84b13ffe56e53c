import type { Database } from '@afterword/db/client'
import { clientOutcome, clientReport } from '@afterword/db/schema'
import type { ClientReport } from '@afterword/validation/client-report'
import { decodeId } from '@afterword/validation/ids'
import { sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'

interface ReportOrigin {
  readonly browser: string | null
  readonly place: string | null
  readonly now: Date
}

type ReportRow = typeof clientReport.$inferInsert

/** Links' codes have no place here, even if a page's script let one slip into a message. */
export const withoutCodes = (text: string): string => text.replaceAll(/[A-Za-z0-9_-]{40,}/g, '[code]')

/** An error has no id of its own: the same one from the same browser within a minute is one. */
const idOf = (report: ClientReport, { browser, place, now }: ReportOrigin): string => {
  const minute = Math.floor(now.getTime() / 60_000)
  const hash = createHash('sha256')
    .update(JSON.stringify([report, browser, place, minute]))
    .digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

const toRow = (report: Exclude<ClientReport, { kind: 'outcome' }>, from: ReportOrigin): ReportRow => {
  const { browser, place, now } = from
  if (report.kind === 'error') {
    return {
      attemptId: idOf(report, from),
      kind: 'error',
      startedAt: now,
      durationMs: 0,
      procedure: report.path.replaceAll(/[A-Za-z0-9_-]{32,}/g, '[code]'),
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
    startedAt: new Date(now.getTime() - startedMsAgo),
    lineItemId: lineItemId === null ? null : decodeId('lineItem', lineItemId),
    errorMessage: withoutCodes(errorMessage),
    browser,
    place,
  }
}

/**
 * Keeps what a browser reported. The same report sent twice, because the answer to the first was lost,
 * is kept once.
 */
export const saveReports = async (
  db: Database,
  reports: readonly ClientReport[],
  from: ReportOrigin,
): Promise<void> => {
  const rows = reports.flatMap((report) => (report.kind === 'outcome' ? [] : [toRow(report, from)]))
  if (rows.length > 0) await db.insert(clientReport).values(rows).onConflictDoNothing()
  const outcomes = new Map(
    reports.flatMap((report) => (report.kind === 'outcome' ? [[report.submissionId, report]] : [])),
  )
  if (outcomes.size === 0) return
  await db
    .insert(clientOutcome)
    .values([...outcomes.values()].map(({ submissionId, outcome }) => ({ submissionId, outcome })))
    .onConflictDoUpdate({
      target: clientOutcome.submissionId,
      set: { outcome: sql`excluded.outcome`, at: sql`now()` },
    })
}
