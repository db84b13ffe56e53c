import type { WorkClass } from '@afterword/db/work-class'

export interface AdmissionOptions {
  /** Requests in flight while all is well: a burst of so many is served. */
  readonly ceiling: number
  /** Requests in flight that are never refused to `vital`: what keeps every connection busy. */
  readonly floor: number
}

/** What the last window showed. Milliseconds. */
export interface Congestion {
  /** By how much the event loop ran late, on average. */
  readonly loopDelayMs: number
  /** What the luckiest piece of work waited for a connection. */
  readonly shortestWaitMs: number
}

export interface AdmissionLoad {
  readonly inFlight: number
  readonly limit: number
  readonly loopDelayMs: number
}

/** Requests by class since the last call. */
export type AdmissionCounts = Record<WorkClass, { admitted: number; refused: number }>

export interface Admission {
  /** Takes a place, or says no. Whoever is admitted gives the place back with `leave`. */
  readonly tryEnter: (workClass: WorkClass) => boolean
  readonly leave: () => void
  /** Told ten times a second how the process fares. */
  readonly observe: (congestion: Congestion) => void
  readonly load: () => AdmissionLoad
  readonly takeCounts: () => AdmissionCounts
}

/** Of the limit, what may be in flight for a class to be let in: staff first find the door closed. */
const shares = { vital: 1, visitor: 0.7, staff: 0.4 } as const satisfies Record<WorkClass, number>
/** A loop this late serves nobody in time, whatever is in flight. */
const latestLoopMs = { vital: 1_000, visitor: 400, staff: 150 } as const satisfies Record<WorkClass, number>

/** A queue that stands: not one of the window found the way free (as in CoDel, RFC 8289). */
const standingWaitMs = 5
const standingLoopMs = 25
/** Overload is answered within half a second from the ceiling; what was taken comes back within three. */
const shrink = 0.7
const growth = 0.04

const noCounts = (): AdmissionCounts => ({
  vital: { admitted: 0, refused: 0 },
  visitor: { admitted: 0, refused: 0 },
  staff: { admitted: 0, refused: 0 },
})

/**
 * Decides who is let in. The limit on requests in flight follows the queues inside: it shrinks while
 * one stands (before a connection or in the event loop) and grows back when none does, so that a burst
 * is served and a flood is refused early (docs/decisions/017-admission.md).
 */
export const createAdmission = ({ ceiling, floor }: AdmissionOptions): Admission => {
  let limit = ceiling
  let inFlight = 0
  let loopDelayMs = 0
  let counts = noCounts()

  const isOpen = (workClass: WorkClass): boolean =>
    inFlight < Math.max(1, limit * shares[workClass]) && loopDelayMs < latestLoopMs[workClass]

  return {
    tryEnter(workClass) {
      const isAdmitted = isOpen(workClass)
      if (isAdmitted) inFlight += 1
      counts[workClass][isAdmitted ? 'admitted' : 'refused'] += 1
      return isAdmitted
    },
    leave() {
      inFlight -= 1
    },
    observe(congestion) {
      loopDelayMs = congestion.loopDelayMs
      const isStanding = congestion.shortestWaitMs > standingWaitMs || loopDelayMs > standingLoopMs
      limit = isStanding ? Math.max(floor, limit * shrink) : Math.min(ceiling, limit + ceiling * growth)
    },
    load: () => ({ inFlight, limit: Math.round(limit), loopDelayMs }),
    takeCounts() {
      const taken = counts
      counts = noCounts()
      return taken
    },
  }
}
