import type { ReportStore } from './report-store.ts'
import { scrub } from './scrub.ts'

interface ErrorReportOptions {
  readonly release: string | null
  readonly onKept: () => void
}

/** A page that fails again and again must not push out what else there is to tell. */
const mostErrors = 10

/** Keeps what the page throws and no call caused. @returns Ends it */
export const watchErrors = (store: Pick<ReportStore, 'add'>, { release, onKept }: ErrorReportOptions): (() => void) => {
  let errors = 0
  const keep = (cause: unknown): void => {
    if ((errors += 1) > mostErrors) return
    const error = cause instanceof Error ? cause : null
    store.add({
      kind: 'error',
      message: scrub(error?.message ?? String(cause)),
      stack: error?.stack === undefined ? null : scrub(error.stack, 4_000),
      path: scrub(globalThis.location.pathname, 200),
      release,
    })
    onKept()
  }
  const onError = (event: ErrorEvent): void => keep(event.error ?? event.message)
  const onRejection = (event: PromiseRejectionEvent): void => keep(event.reason)
  globalThis.addEventListener('error', onError)
  globalThis.addEventListener('unhandledrejection', onRejection)
  return () => {
    globalThis.removeEventListener('error', onError)
    globalThis.removeEventListener('unhandledrejection', onRejection)
  }
}
