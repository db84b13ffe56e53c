import type { Presence } from '@afterword/validation/incident/rules'
import { createMarks, type Events, type LastMarks } from './page-marks.ts'

interface PresenceDeps {
  readonly window: Events
  readonly document: Events & { readonly visibilityState: string; readonly readyState: string }
  /** The Navigation API; undefined where the browser has none. */
  readonly navigation: Events | undefined
  /** Milliseconds since 1970, monotonic within the page: stands still while a device sleeps. */
  readonly now: () => number
  /** Milliseconds since 1970 by the device's clock. */
  readonly clock: () => number
}

/** A call that failed, by the page's monotonic clock. */
export interface FailedCall {
  readonly startedAt: number
  readonly failedAt: number
  /** `ahead()` when it began. */
  readonly ahead: number
}

export interface PresenceWatch {
  /** Whether the person stayed with a call that failed, as far as is known now. */
  of(call: FailedCall): Presence
  /** Whether the device said since then that it has no connection. */
  wasOfflineSince(startedAt: number): boolean
  isGone(): boolean
  /** How far the device's clock is ahead of the monotonic one: it grows while the device sleeps. */
  readonly ahead: () => number
  /** Begins to watch the page. @returns Ends it */
  watch(): () => void
}

/** A call that the leaving itself ended fails this close to the page's end. */
const togetherMs = 150
/**
 * How long after somebody began to leave a failure is in doubt: browsers wait so long for a page that does not come,
 * and anyone who stops waiting for it ends our calls too, those made meanwhile as well. A download, a `mailto:` link or a
 * cancelled question is no leaving.
 */
const doubtMs = 300_000
/** Clocks are set by less than this, devices sleep for longer. */
const sleepMs = 3_000

/** The page was left since the call began. */
const ofLeaving = (last: Readonly<LastMarks>, failedAt: number): Presence => {
  // It came back out of the browser's cache: what ended the call meanwhile is not known.
  if (last.back >= last.left) return 'leaving'
  const isBegun = last.begun >= failedAt - doubtMs && last.begun <= failedAt
  return last.left <= failedAt || (isBegun && last.left - failedAt <= togetherMs) ? 'left' : 'leaving'
}

/** Knows whether the person who waits for a call is still there. */
export const createPresence = ({ window, document, navigation, now, clock }: PresenceDeps): PresenceWatch => {
  const { last, isGone, watch } = createMarks({ window, document, navigation, now })
  const ahead = (): number => clock() - now()
  /** The browser's own button stops pages that load, this one or the next, and every call with them. */
  const isStoppable = ({ startedAt, failedAt }: FailedCall): boolean =>
    last.begun >= failedAt - doubtMs || last.loaded >= startedAt || document.readyState !== 'complete'
  return {
    of(call) {
      const { startedAt, failedAt } = call
      if (last.left >= startedAt) return ofLeaving(last, failedAt)
      if (last.stopped >= startedAt || isStoppable(call)) return 'leaving'
      if (document.visibilityState === 'hidden' || last.away >= startedAt) return 'hidden'
      return Math.abs(ahead() - call.ahead) > sleepMs ? 'asleep' : 'stayed'
    },
    wasOfflineSince: (startedAt) => last.offline >= startedAt,
    isGone,
    ahead,
    watch,
  }
}
