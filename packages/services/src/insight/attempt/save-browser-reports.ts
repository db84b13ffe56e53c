import type { Executor } from '@afterword/db/connection/client'
import { browserReport } from '@afterword/db/schema'
import type { BrowserReport } from '@afterword/validation/incident/browser-report'
import { type DayQuota, withinQuota } from './log-quota.ts'

/** Codes of links, as far as the address and its query go. */
const withoutCodes = (url: string): string => url.replaceAll(/[A-Za-z0-9_-]{32,}/g, '[code]')

interface BrowserReportOrigin {
  readonly browser: string | null
  readonly place: string | null
  readonly now: Date
  /** What the reports of all browsers may take in a day. */
  readonly quota: DayQuota
}

/**
 * Keeps what browsers reported by themselves, as evidence, within the day's quota. Nothing in it names the visitor.
 */
export const saveBrowserReports = async (
  db: Executor,
  reports: readonly BrowserReport[],
  from: BrowserReportOrigin,
): Promise<void> => {
  if (reports.length === 0) return
  const { browser, place, now, quota } = from
  const rows = reports.map(({ type, age, url, body }) => ({
    kind: type,
    at: new Date(now.getTime() - age),
    url: withoutCodes(url),
    phase: body.phase ?? null,
    reason: body.type ?? body.reason ?? body.id ?? null,
    // 0 says that no answer came.
    httpStatus: body.status_code === 0 ? null : (body.status_code ?? null),
    elapsedMs: body.elapsed_time ?? null,
    browser,
    place,
  }))
  await db.transaction(async (tx) => {
    const kept = await withinQuota(tx, { log: 'browser_reports', quota, now, rows, place: () => place })
    if (kept.length > 0) await tx.insert(browserReport).values([...kept])
  })
}
