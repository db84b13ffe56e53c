import type { KeptReport } from './kept-report.ts'
import { toClientReport } from './kept-report.ts'
import type { ReportStore } from './report-store.ts'

export const reportsUrl = '/api/reports'

/** After a try that failed, the next one waits at least this long. */
const restMs = 10_000

interface SendDeps {
  readonly store: Pick<ReportStore, 'list' | 'drop'>
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Milliseconds since 1970, monotonic within the page. */
  readonly now: () => number
}

export interface ReportSender {
  /** Delivers what is kept; never throws, and never more than one call at a time. */
  send(): Promise<void>
  /** The last word of a page that is being left. What it brought is not known, so all is kept. */
  leave(): void
}

/** What the server will never take needs no second try. */
const refusals: ReadonlySet<number> = new Set([400, 413, 422])

/** Only an answer of ours counts, which names its request: a hotel's sign-in page says 200 to everything. */
const isTaken = ({ ok, status, headers }: Response): boolean =>
  headers.has('x-request-id') && (ok || refusals.has(status))

/** Tells the server what the device saw. A server that does not listen changes nothing for anybody. */
export const createReportSender = ({ store, fetch, now }: SendDeps): ReportSender => {
  let [isBusy, restUntil, lastLeft] = [false, 0, '']
  const call = async (reports: readonly KeptReport[], keepalive: boolean): Promise<Response> =>
    await fetch(reportsUrl, {
      method: 'POST',
      keepalive,
      // A beacon cannot carry the header by which the door tells our own pages; this can.
      headers: { 'content-type': 'application/json', 'x-app': '1' },
      body: JSON.stringify({ reports: reports.map((report) => toClientReport(report, now())) }),
    })
  return {
    async send() {
      if (isBusy || now() < restUntil) return
      isBusy = true
      try {
        // What came while the last ones were on their way goes next.
        for (let reports = store.list(); reports.length > 0; reports = store.list()) {
          // One call at a time.
          if (!isTaken(await call(reports, false))) throw new Error('not taken')
          // A store that refuses to forget would have it sent for ever.
          if (!store.drop(reports)) break
        }
      } catch {
        restUntil = now() + restMs
      } finally {
        isBusy = false
      }
    },
    leave() {
      const reports = store.list()
      const text = JSON.stringify(reports)
      if (reports.length === 0 || text === lastLeft) return
      lastLeft = text
      call(reports, true).catch(() => undefined)
    },
  }
}
