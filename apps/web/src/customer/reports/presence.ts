import type { Presence } from '@afterword/validation/client-report'

type Events = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

interface PresenceDeps {
  readonly window: Events
  readonly document: Events & { readonly visibilityState: string }
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
  /** Notes when somebody begins to leave, while a call is under way. @returns Ends it */
  readonly guard: () => () => void
  /** Begins to watch the page. @returns Ends it */
  watch(): () => void
}

/** A call that the leaving itself ended fails this close to the page's end. */
const togetherMs = 150
/**
 * How long after somebody began to leave a failure is in doubt: a slow page takes so long to come, and whoever
 * stops waiting for it ends our calls too. A download, a `mailto:` link or a cancelled question is no leaving.
 */
const doubtMs = 30_000
/** Clocks are set by less than this, devices sleep for longer. */
const sleepMs = 3_000

const isCrossDocument = (event: Event): boolean => {
  const { destination } = event as Event & { readonly destination?: { readonly sameDocument: boolean } }
  return destination?.sameDocument === false
}

/** Before the form's own listeners: what those send on leaving must outlive the page. */
const isFirst = { capture: true }

/** Attaches listeners. @returns Takes them off again */
const listen = (target: Events, listeners: Readonly<Record<string, (event: Event) => void>>): (() => void) => {
  for (const [name, listener] of Object.entries(listeners)) target.addEventListener(name, listener, isFirst)
  return () => {
    for (const [name, listener] of Object.entries(listeners)) target.removeEventListener(name, listener, isFirst)
  }
}

/** Knows whether the person who waits for a call is still there. */
export const createPresence = ({ window, document, navigation, now, clock }: PresenceDeps): PresenceWatch => {
  const last = { begun: -Infinity, left: -Infinity, away: -Infinity, offline: -Infinity }
  const note = (kind: keyof typeof last) => (): void => void (last[kind] = now())
  let [isGone, guards, unguard] = [false, 0, (): void => undefined]
  const ahead = (): number => clock() - now()
  return {
    of({ startedAt, failedAt, ahead: before }) {
      const isBegun = last.begun >= failedAt - doubtMs
      if (last.left >= startedAt) {
        const isEndedByIt = isBegun && last.begun <= failedAt && last.left - failedAt <= togetherMs
        return last.left <= failedAt || isEndedByIt ? 'left' : 'leaving'
      }
      if (isBegun) return 'leaving'
      if (document.visibilityState === 'hidden' || last.away >= startedAt) return 'hidden'
      return Math.abs(ahead() - before) > sleepMs ? 'asleep' : 'stayed'
    },
    wasOfflineSince: (startedAt) => last.offline >= startedAt,
    isGone: () => isGone,
    ahead,
    guard() {
      // Only while it matters: a page that listens for it all the time stays out of some browsers' page cache.
      if ((guards += 1) === 1) unguard = listen(window, { beforeunload: note('begun') })
      return () => {
        if ((guards -= 1) === 0) unguard()
      }
    },
    watch() {
      const ends = [
        listen(window, {
          pagehide: () => {
            isGone = true
            note('left')()
          },
          pageshow: () => void (isGone = false),
          offline: note('offline'),
          // Stops what the browser loads, our calls too.
          keydown: (event) => (event as KeyboardEvent).key === 'Escape' && note('begun')(),
        }),
        // Both when it goes and when it comes back.
        listen(document, { visibilitychange: note('away'), freeze: note('away'), resume: note('away') }),
        ...(navigation === undefined
          ? []
          : [listen(navigation, { navigate: (event) => isCrossDocument(event) && note('begun')() })]),
      ]
      return () => ends.forEach((end) => end())
    },
  }
}
