import type { Database } from '@afterword/db/client'
import { browserReport } from '@afterword/db/schema'
import type { BrowserReport } from '@afterword/validation/browser-report'

/** Codes of links, as far as the address and its query go. */
const withoutCodes = (url: string): string => url.replaceAll(/[A-Za-z0-9_-]{32,}/g, '[code]')

/** Keeps what browsers reported by themselves, as evidence. Nothing in it names the visitor. */
export const saveBrowserReports = async (
  db: Database,
  reports: readonly BrowserReport[],
  from: { readonly browser: string | null; readonly place: string | null; readonly now: Date },
): Promise<void> => {
  if (reports.length === 0) return
  const { browser, place, now } = from
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
  await db.insert(browserReport).values(rows)
}
