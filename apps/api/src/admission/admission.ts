import type { WorkClass } from '@afterword/db/work-class'

export interface AdmissionOptions {
  /** Requests in flight while all is well: a burst of so many is served. */
  readonly ceiling: number
  /** How far a standing queue shrinks that: what keeps every connection busy. */
  readonly floor: number
  /** `vital` requests in flight while they are as fast as ever, or fewer than this ask. */
  readonly mostVital: number
}

/** What the last window showed. Milliseconds. */
export interface Congestion {
  /** By how much the event loop ran late, on average. */
  readonly loopDelayMs: number
  /** What the luckiest piece of work waited for a connection. */
  readonly shortestWaitMs: number
  /** How many times longer than unhurried `vital` work took; undefined when none was done. */
  readonly slowness: number | undefined
}

export interface AdmissionLoad {
  readonly inFlight: number
  readonly limit: number
  /** The same for `vital` alone. */
  readonly vitalLimit: number
  readonly loopDelayMs: number
}

/** Requests by class since the last call. */
export type AdmissionCounts = Record<WorkClass, { admitted: number; refused: number }>

export interface Admission {
  /** Takes a place, or says no. Whoever is admitted gives the place back with `leave`. */
  readonly tryEnter: (workClass: WorkClass) => boolean
  readonly leave: (workClass: WorkClass) => void
  /** Told ten times a second how the process fares. */
  readonly observe: (congestion: Congestion) => void
  readonly load: () => AdmissionLoad
  readonly takeCounts: () => AdmissionCounts
}

/** Of the limit, what may be in flight for a class to be let in: staff first find the door closed. */
const shares = { visitor: 0.7, staff: 0.4 } as const satisfies Record<Exclude<WorkClass, 'vital'>, number>
/** A loop this late serves nobody in time, whatever is in flight. */
const latestLoopMs = { vital: 1_000, visitor: 400, staff: 150 } as const satisfies Record<WorkClass, number>

/** A queue that stands: not one of the window found the way free (as in CoDel, RFC 8289). */
const standingWaitMs = 5
const standingLoopMs = 25
/** Overload is answered within half a second from the ceiling; what was taken comes back within three. */
const shrink = 0.7
const growth = 1.16

/** How many times slower than unhurried `vital` work may become before there is less of it at once. */
const bearableSlowness = 4
/** `vital` requests in flight that are never refused. */
const fewestVital = 4
/** Windows after `vital` was refused for being slow, in which the other classes are kept out. */
const closedWindows = 5

const noCounts = (): AdmissionCounts => ({
  vital: { admitted: 0, refused: 0 },
  visitor: { admitted: 0, refused: 0 },
  staff: { admitted: 0, refused: 0 },
})

interface VitalWindow {
  readonly slowness: number | undefined
  readonly isStanding: boolean
  readonly isRefusing: boolean
}

/**
 * `vital` requests that may be in flight. Only work that is refused and slow at once shrinks it: more is asked
 * for than can be done, and what is let in hinders itself. Slow work that nobody waits behind is let be.
 */
const createVitalLimit = (most: number) => {
  let limit = most
  return {
    read: () => limit,
    isShrunk: () => limit < most,
    observe({ slowness, isStanding, isRefusing }: VitalWindow): void {
      // At the start of a flood nothing has been finished yet that could be slow: the queues tell first.
      const ratio = isStanding ? shrink : bearableSlowness / (slowness ?? 1)
      limit = isRefusing && ratio < 1 ? limit * Math.max(shrink, ratio) : limit * growth
      limit = Math.min(most, Math.max(fewestVital, limit))
    },
  }
}

/**
 * Decides who is let in. The limit on requests in flight follows the queues inside: it shrinks while one stands
 * (before a connection or in the event loop) and grows back when none does, so that a burst is served and a flood
 * is refused early. `vital` requests have a limit of their own, which follows how fast they are; while it is low and
 * refuses any, the other classes wait outside (docs/decisions/017-admission.md).
 */
export const createAdmission = ({ ceiling, floor, mostVital }: AdmissionOptions): Admission => {
  const vital = createVitalLimit(Math.min(mostVital, ceiling))
  const inFlight = { vital: 0, visitor: 0, staff: 0 } satisfies Record<WorkClass, number>
  let limit = ceiling
  let loopDelayMs = 0
  let isRefusingVital = false
  let closedFor = 0
  let counts = noCounts()

  const total = (): number => inFlight.vital + inFlight.visitor + inFlight.staff
  const isOpen = (workClass: WorkClass): boolean => {
    if (loopDelayMs >= latestLoopMs[workClass]) return false
    if (workClass === 'vital') return inFlight.vital < vital.read() && total() < ceiling
    // One at a time, so that nobody is kept out for good.
    if (closedFor > 0) return inFlight[workClass] === 0
    return total() < Math.max(1, limit * shares[workClass])
  }

  return {
    tryEnter(workClass) {
      const isAdmitted = isOpen(workClass)
      if (isAdmitted) inFlight[workClass] += 1
      counts[workClass][isAdmitted ? 'admitted' : 'refused'] += 1
      if (!isAdmitted && workClass === 'vital') {
        isRefusingVital = true
        if (vital.isShrunk()) closedFor = closedWindows
      }
      return isAdmitted
    },
    leave(workClass) {
      inFlight[workClass] -= 1
    },
    observe(congestion) {
      loopDelayMs = congestion.loopDelayMs
      const isStanding = congestion.shortestWaitMs > standingWaitMs || loopDelayMs > standingLoopMs
      limit = isStanding ? Math.max(floor, limit * shrink) : Math.min(ceiling, limit * growth)
      vital.observe({ slowness: congestion.slowness, isStanding, isRefusing: isRefusingVital })
      isRefusingVital = false
      closedFor = Math.max(0, closedFor - 1)
    },
    load: () => ({
      inFlight: total(),
      limit: Math.round(limit),
      vitalLimit: Math.round(vital.read()),
      loopDelayMs,
    }),
    takeCounts() {
      const taken = counts
      counts = noCounts()
      return taken
    },
  }
}
