import { randomId } from '#browser/random-id.ts'
import { describeCall, findBreak, replay } from './describe-call.ts'
import type { FollowUp } from './follow-up.ts'
import type { KeptAttempt } from './kept-report.ts'
import type { ReportStore } from './report-store.ts'
import { scrub } from './scrub.ts'

/** What a report says of the page itself at the time of a failure. */
export interface PageState {
  readonly isOnline: boolean
  readonly wasHidden: boolean
}

export interface ObserveDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly store: Pick<ReportStore, 'openSubmission'>
  readonly followUp: FollowUp
  /** Milliseconds since 1970, monotonic within the page. */
  readonly now: () => number
  /** How far the device's clock is ahead of that. */
  readonly ahead: () => number
  readonly pageState: () => PageState
  /** Whether the browser began to send to this address; null when it does not say. */
  readonly requestStarted: (url: string) => boolean | null
  readonly release: string | null
  /** A call worked: a good time to tell what is kept. */
  readonly onSuccess: () => void
}

export interface ObservedFetch {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** The page ends: calls that end with it are reported now, they may never fail in it. */
  readonly leave: () => void
}

interface OpenCall {
  readonly url: string
  readonly init: RequestInit
  readonly startedAt: number
  readonly ahead: number
  httpStatus: number | null
}

const lastWords = { name: 'AbortError', message: 'The page was left before the answer was there.' }

const describeFailure = (deps: ObserveDeps, call: OpenCall, cause: unknown): KeptAttempt => {
  const { name = 'Error', message = '' } = Object(cause) as { name?: string; message?: string }
  const { attemptId, ...about } = describeCall(call.url, call.init)
  return {
    kind: 'attempt',
    attemptId: attemptId ?? randomId(),
    ...about,
    startedAt: call.startedAt,
    durationMs: Math.max(0, deps.now() - call.startedAt),
    errorName: scrub(name),
    errorMessage: scrub(message),
    httpStatus: call.httpStatus,
    ...deps.pageState(),
    wasLeaving: false,
    requestStarted: deps.requestStarted(call.url),
    presence: null,
    originAnswered: null,
    addressAnswered: null,
    isForbidden: false,
    release: deps.release,
  }
}

/** `fetch` that keeps a report of every call that failed. It changes nothing else about the call. */
export const observeFetch = (deps: ObserveDeps): ObservedFetch => {
  const open = new Set<OpenCall>()
  const keep = (call: OpenCall, cause: unknown): void => {
    // Told already, when the page was left.
    if (!open.delete(call)) return
    try {
      const report = describeFailure(deps, call, cause)
      const { url, startedAt, ahead, httpStatus } = call
      deps.followUp.keep({ url, startedAt, ahead, failedAt: startedAt + report.durationMs, report })
      // A review that was refused did not get lost: the one who wrote it is told why.
      const status = httpStatus ?? 0
      const isRefused = status >= 400 && status < 500 && status !== 429
      if (report.submissionId !== null && !isRefused) deps.store.openSubmission(report.submissionId)
    } catch {
      // Telling of a failure must not become one.
    }
  }
  const read = async (call: OpenCall): Promise<Response> => {
    const response = await deps.fetch(call.url, call.init)
    call.httpStatus = response.status
    // Read here, so that an answer that breaks off is a failure of the call and not of the one who reads it.
    const text = await response.text()
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    const error = response.ok && isJson ? findBreak(text) : null
    if (response.ok && isJson && error === null) deps.onSuccess()
    else keep(call, error)
    return replay(response, text)
  }
  return {
    async fetch(url, init) {
      const call: OpenCall = { url, init, startedAt: deps.now(), ahead: deps.ahead(), httpStatus: null }
      open.add(call)
      try {
        return await read(call)
      } catch (error) {
        keep(call, error)
        throw error
      } finally {
        open.delete(call)
      }
    },
    leave() {
      for (const call of open) if (call.init.keepalive !== true) keep(call, lastWords)
      deps.followUp.settleAll()
    },
  }
}
