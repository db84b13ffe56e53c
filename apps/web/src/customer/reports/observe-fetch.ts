import { randomId } from '../random-id.ts'
import type { KeptReport } from './kept-report.ts'
import type { ReportStore } from './report-store.ts'
import { scrub } from './scrub.ts'

/** What a report says of the page itself at the time of a failure. */
export interface PageState {
  readonly isOnline: boolean
  readonly wasHidden: boolean
  readonly wasLeaving: boolean
}

export interface ObserveDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly store: Pick<ReportStore, 'add' | 'openSubmission'>
  /** Milliseconds since 1970, monotonic within the page. */
  readonly now: () => number
  readonly pageState: () => PageState
  /** Whether the browser began to send to this address; null when it does not say. */
  readonly requestStarted: (url: string) => boolean | null
  readonly release: string | null
  /** A call worked: a good time to tell what is kept. */
  readonly onSuccess: () => void
}

interface Seen {
  readonly startedAt: number
  readonly httpStatus: number | null
  readonly error: unknown
}

const procedureOf = (url: string): string => /\/api\/trpc\/([\w.]{1,100})/.exec(url)?.[1] ?? 'unknown'

/** Fields of a call that say what it is about; nothing that was typed is looked at. */
const subjectOf = (init: RequestInit): { submissionId: string | null; lineItemId: string | null } => {
  const textOf = (name: string): string | null => {
    if (typeof init.body !== 'string') return null
    const value: unknown = (Object(JSON.parse(init.body)) as Record<string, unknown>)[name]
    return typeof value === 'string' && value.length <= 40 ? value : null
  }
  try {
    return { submissionId: textOf('submissionId'), lineItemId: textOf('lineItemId') }
  } catch {
    return { submissionId: null, lineItemId: null }
  }
}

/** The answer again, for whoever made the call. */
const replay = ({ status, statusText, headers }: Response, text: string): Response =>
  new Response(text === '' ? null : text, { status, statusText, headers })

/**
 * What is wrong with an answer that says it is well; null when nothing is. Browsers take a connection that
 * ends within the headers for an empty answer. The text itself goes into no report.
 */
const findBreak = (text: string): SyntaxError | null => {
  if (text === '') return new SyntaxError('The answer was empty.')
  try {
    JSON.parse(text)
    return null
  } catch {
    return new SyntaxError('The answer was not whole.')
  }
}

/** `fetch` that keeps a report of every call that failed. It changes nothing else about the call. */
export const observeFetch = (deps: ObserveDeps) => {
  const describe = (url: string, init: RequestInit, seen: Seen): Extract<KeptReport, { kind: 'attempt' }> => {
    const { name = 'Error', message = '' } = seen.error instanceof Error ? seen.error : {}
    return {
      kind: 'attempt' as const,
      attemptId: new Headers(init.headers).get('x-attempt-id') ?? randomId(),
      ...subjectOf(init),
      procedure: procedureOf(url),
      startedAt: seen.startedAt,
      durationMs: Math.max(0, deps.now() - seen.startedAt),
      errorName: scrub(name),
      errorMessage: scrub(message),
      httpStatus: seen.httpStatus,
      ...deps.pageState(),
      requestStarted: deps.requestStarted(url),
      release: deps.release,
    }
  }
  const keep = (url: string, init: RequestInit, seen: Seen): void => {
    try {
      const report = describe(url, init, seen)
      deps.store.add(report)
      // A review that was refused did not get lost: whoever wrote it is told why.
      const status = seen.httpStatus ?? 0
      const isRefused = status >= 400 && status < 500 && status !== 429
      if (report.submissionId !== null && !isRefused) deps.store.openSubmission(report.submissionId)
    } catch {
      // Telling of a failure must not become one.
    }
  }
  return async (url: string, init: RequestInit): Promise<Response> => {
    const startedAt = deps.now()
    let httpStatus: number | null = null
    try {
      const response = await deps.fetch(url, init)
      httpStatus = response.status
      // Read here, so that an answer that breaks off is a failure of the call and not of whoever reads it.
      const text = await response.text()
      const isJson = (response.headers.get('content-type') ?? '').includes('json')
      const error = response.ok && isJson ? findBreak(text) : null
      if (response.ok && isJson && error === null) deps.onSuccess()
      else keep(url, init, { startedAt, httpStatus, error })
      return replay(response, text)
    } catch (error) {
      keep(url, init, { startedAt, httpStatus, error })
      throw error
    }
  }
}
