import { browserStore } from '#browser/browser-store.ts'
import { randomId } from '#browser/random-id.ts'
import { watchErrors } from './error-reports.ts'
import { createFollowUp } from './follow-up.ts'
import { createLook } from './look-again.ts'
import { observeFetch } from './observe-fetch.ts'
import { createPolicyWatch } from './policy-watch.ts'
import { createPresence, type PresenceWatch } from './presence.ts'
import { createReportStore } from './report-store.ts'
import { createReportSender } from './send-reports.ts'

/** The build this page came from, as every call and report names it. */
export const release = process.env['NEXT_PUBLIC_RELEASE'] ?? null

/** UTF-16 units; three bytes each at most, of the 64 KiB that browsers allow. */
const mostKeptAlive = 20_000

type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface PageReports {
  readonly fetch: Fetch
  /** Notes that a submission arrived after all. */
  settle(submissionId: string): void
  /** Begins to watch the page; the result ends it. */
  watch(): () => void
}

const now = (): number => performance.timeOrigin + performance.now()
const wait = async (ms: number): Promise<void> => await new Promise((resolve) => void setTimeout(resolve, ms))
const ownFetch: Fetch = (url, init) => fetch(url, init)

const requestStarted = (url: string): boolean | null => {
  const [entry] = performance.getEntriesByName(new URL(url, globalThis.location.href).href, 'resource').slice(-1)
  return entry instanceof PerformanceResourceTiming ? entry.requestStart > 0 : null
}

/** What a page that is only rendered, on the server, watches: nothing happens there. */
const nowhere = {
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  visibilityState: 'visible',
  readyState: 'complete',
}

const watchPresence = (): PresenceWatch =>
  createPresence({
    window: typeof window === 'undefined' ? nowhere : window,
    document: typeof document === 'undefined' ? nowhere : document,
    navigation: (globalThis as { navigation?: EventTarget }).navigation,
    now,
    clock: Date.now,
  })

/** Keeps what this page sees of failures and tells it when a call works again, beside all other work. */
export const createPageReports = (baseFetch: Fetch): PageReports => {
  const store = createReportStore(typeof window === 'undefined' ? null : browserStore(), randomId())
  const sender = createReportSender({ store, fetch: ownFetch, now })
  const presence = watchPresence()
  const policy = createPolicyWatch(now)
  let workedAt = -Infinity
  const sendSoon = (): void => void setTimeout(() => void sender.send(), 0)
  const look = createLook({ fetch: ownFetch, wait })
  const onSettled = (isReachable: boolean, failedAt: number): void => {
    if (isReachable || workedAt > failedAt) sendSoon()
  }
  const observed = observeFetch({
    fetch: baseFetch,
    store,
    followUp: createFollowUp({ store, presence, look, isForbidden: policy.isForbidden, wait, onSettled }),
    now,
    ahead: presence.ahead,
    pageState: () => ({ isOnline: navigator.onLine, wasHidden: document.visibilityState === 'hidden' }),
    requestStarted,
    release,
    onSuccess() {
      workedAt = now()
      sendSoon()
    },
  })
  /** Whether a call must outlive its page. Browsers refuse to keep large ones alive. */
  const isOutliving = ({ body }: RequestInit): boolean =>
    (presence.isGone() || document.visibilityState === 'hidden') &&
    (typeof body !== 'string' || body.length < mostKeptAlive)
  return {
    fetch: async (url, init) => await observed.fetch(url, isOutliving(init) ? { ...init, keepalive: true } : init),
    settle(submissionId) {
      store.settleSubmission(submissionId)
      sendSoon()
    },
    watch() {
      store.giveUpOld()
      sendSoon()
      const leave = (event: PageTransitionEvent): void => {
        // A page that is kept may come back and have its answers.
        if (!event.persisted) observed.leave()
        sender.leave()
      }
      const onVisibility = (): void => {
        if (document.visibilityState === 'hidden') sender.leave()
      }
      const ends = [presence.watch(), policy.watch(), watchErrors(store, { release, onKept: sendSoon })]
      globalThis.addEventListener('pagehide', leave, true)
      document.addEventListener('visibilitychange', onVisibility)
      return () => {
        globalThis.removeEventListener('pagehide', leave, true)
        document.removeEventListener('visibilitychange', onVisibility)
        ends.forEach((end) => end())
      }
    },
  }
}
