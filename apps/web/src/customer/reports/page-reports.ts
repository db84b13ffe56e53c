import { browserStore } from '../draft/browser-store.ts'
import { randomId } from '../random-id.ts'
import { observeFetch } from './observe-fetch.ts'
import { createReportStore } from './report-store.ts'
import { scrub } from './scrub.ts'
import { createReportSender } from './send-reports.ts'

/** The build this page came from, as every call and report names it. */
export const release = process.env['NEXT_PUBLIC_RELEASE'] ?? null

/** UTF-16 units; three bytes each at most, of the 64 KiB that browsers allow. */
const mostKeptAlive = 20_000

/** A page that fails again and again must not push out what else there is to tell. */
const mostErrors = 10

export interface PageReports {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Notes that a submission arrived after all. */
  settle(submissionId: string): void
  /** Begins to watch the page; the result ends it. */
  watch(): () => void
}

const monotonicNow = (): number => performance.timeOrigin + performance.now()

const requestStarted = (url: string): boolean | null => {
  const [entry] = performance.getEntriesByName(new URL(url, globalThis.location.href).href, 'resource').slice(-1)
  return entry instanceof PerformanceResourceTiming ? entry.requestStart > 0 : null
}

/** Keeps what this page sees of failures and tells it when a call works again, beside all other work. */
export const createPageReports = (baseFetch: (url: string, init: RequestInit) => Promise<Response>): PageReports => {
  const store = createReportStore(typeof window === 'undefined' ? null : browserStore(), randomId())
  const sender = createReportSender({ store, fetch: (url, init) => fetch(url, init), now: monotonicNow })
  let isLeaving = false
  /** Whether a call must outlive its page. Browsers refuse to keep large ones alive. */
  const isOutliving = ({ body }: RequestInit): boolean =>
    (isLeaving || document.visibilityState === 'hidden') && (typeof body !== 'string' || body.length < mostKeptAlive)
  const sendSoon = (): void => void setTimeout(() => void sender.send(), 0)
  let errors = 0
  const keepError = (cause: unknown): void => {
    if ((errors += 1) > mostErrors) return
    const error = cause instanceof Error ? cause : null
    store.add({
      kind: 'error',
      message: scrub(error?.message ?? String(cause)),
      stack: error?.stack === undefined ? null : scrub(error.stack, 4_000),
      path: scrub(globalThis.location.pathname, 200),
      release,
    })
    sendSoon()
  }
  return {
    fetch: observeFetch({
      fetch: async (url, init) => await baseFetch(url, isOutliving(init) ? { ...init, keepalive: true } : init),
      store,
      now: monotonicNow,
      pageState: () => ({
        isOnline: navigator.onLine,
        wasHidden: document.visibilityState === 'hidden',
        wasLeaving: isLeaving,
      }),
      requestStarted,
      release,
      onSuccess: sendSoon,
    }),
    settle(submissionId) {
      store.settleSubmission(submissionId)
      sendSoon()
    },
    watch() {
      const onError = (event: ErrorEvent): void => keepError(event.error ?? event.message)
      const onRejection = (event: PromiseRejectionEvent): void => keepError(event.reason)
      const leave = (): void => {
        isLeaving = true
        sender.leave()
      }
      const onVisibility = (): void => {
        if (document.visibilityState === 'hidden') sender.leave()
      }
      // Back from the browser's page cache.
      const stay = (): void => void (isLeaving = false)
      // Before the form's own listener: what that one sends must outlive the page.
      const isFirst = { capture: true }
      store.giveUpOld()
      sendSoon()
      globalThis.addEventListener('error', onError)
      globalThis.addEventListener('unhandledrejection', onRejection)
      globalThis.addEventListener('pagehide', leave, isFirst)
      globalThis.addEventListener('pageshow', stay)
      document.addEventListener('visibilitychange', onVisibility)
      return () => {
        globalThis.removeEventListener('error', onError)
        globalThis.removeEventListener('unhandledrejection', onRejection)
        globalThis.removeEventListener('pagehide', leave, isFirst)
        globalThis.removeEventListener('pageshow', stay)
        document.removeEventListener('visibilitychange', onVisibility)
      }
    },
  }
}
