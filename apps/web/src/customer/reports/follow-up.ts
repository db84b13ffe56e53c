import type { KeptAttempt } from './kept-report.ts'
import { type Looked, notLooked } from './look-again.ts'
import type { FailedCall, PresenceWatch } from './presence.ts'
import type { ReportStore } from './report-store.ts'

interface FollowUpDeps {
  readonly store: Pick<ReportStore, 'add' | 'amend'>
  readonly presence: Pick<PresenceWatch, 'of' | 'wasOfflineSince'>
  readonly look: (url: string) => Promise<Looked>
  /** Whether the page's own rules forbade this address since then. */
  readonly isForbidden: (url: string, since: number) => boolean
  readonly wait: (ms: number) => Promise<void>
  /** A report is complete. @param isReachable  Whether the server was seen to answer since the failure */
  readonly onSettled: (isReachable: boolean, failedAt: number) => void
}

export interface FailedTry extends FailedCall {
  readonly url: string
  readonly report: KeptAttempt
}

export interface FollowUp {
  /** Keeps the report of a call that failed at once, and completes it a moment later. */
  keep(failed: FailedTry): void
  /** Completes what waits with what is known now: the page is being left. */
  settleAll(): void
}

/** A page that is there this long after a failure was not being left when it happened. */
const stayMs = 1_000

/**
 * Adds to the report of a failed call what only the moment after it shows: whether the person stayed, and what
 * answers now. Should the page end before that, the report stays without it.
 */
export const createFollowUp = (deps: FollowUpDeps): FollowUp => {
  const { store, presence, look, isForbidden, wait, onSettled } = deps
  const waiting = new Set<FailedTry>()
  const settle = (failed: FailedTry, looked: Looked): void => {
    if (!waiting.delete(failed)) return
    const { report, url, startedAt } = failed
    const known = presence.of(failed)
    store.amend({
      ...report,
      ...looked,
      presence: known,
      wasLeaving: known === 'left',
      wasHidden: report.wasHidden || known === 'hidden',
      isOnline: report.isOnline && !presence.wasOfflineSince(startedAt),
      isForbidden: isForbidden(url, startedAt),
    })
  }
  const follow = async (failed: FailedTry): Promise<void> => {
    // A call that was answered, however badly, says by its answer what came of it.
    const isAnswered = failed.report.httpStatus !== null
    const [looked] = await Promise.all([isAnswered ? notLooked : look(failed.url), wait(stayMs)])
    settle(failed, looked)
    onSettled(isAnswered || looked.originAnswered === true, failed.failedAt)
  }
  return {
    keep(failed) {
      store.add(failed.report)
      waiting.add(failed)
      void follow(failed)
    },
    settleAll() {
      for (const failed of waiting) settle(failed, notLooked)
    },
  }
}
