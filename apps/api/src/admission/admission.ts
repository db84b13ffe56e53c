import type { WorkClass } from '@afterword/db/connection/work-class'
import { createNetworkPlaces } from './network-places.ts'

export interface AdmissionOptions {
  /** Requests in flight while all is well: a burst of so many is served. */
  readonly ceiling: number
  /** How far a standing queue shrinks that: what keeps every connection busy. */
  readonly floor: number
  /** Reviews being sent at once, while they are as fast as ever or fewer than this ask. */
  readonly mostReviews: number
  /** What one network may have of each limit; all of it when left out. */
  readonly networkShare?: number
}

/** What a request is let in as: a review being sent and a part of a page have limits of their own, the rest goes by its class. */
export type Lane = 'review' | 'asset' | WorkClass

/** What the last window showed. Milliseconds. */
export interface Congestion {
  /** By how much the event loop ran late, on average. */
  readonly loopDelayMs: number
  /** What the luckiest piece of work waited for a connection. */
  readonly shortestWaitMs: number
  /** How many times longer than unhurried the sending of reviews took; undefined when none was sent. */
  readonly slowness: number | undefined
}

export interface AdmissionLoad {
  readonly inFlight: number
  readonly limit: number
  /** The same for reviews being sent. */
  readonly reviewLimit: number
  readonly loopDelayMs: number
}

/** Requests by class since the last call. */
export type AdmissionCounts = Record<WorkClass, { admitted: number; refused: number }>

export interface Admission {
  /**
   * Takes a place, or says no. The place is given back with `leave`.
   *
   * @param network  Where the request comes from, for a network has a share of the places and no more.
   */
  readonly tryEnter: (lane: Lane, network: string) => boolean
  readonly leave: (lane: Lane, network: string) => void
  /** Says no early to a request whose body is still on its way; takes no place. */
  readonly mayCome: (lane: Lane, network: string) => boolean
  /** Told ten times a second how the process fares. */
  readonly observe: (congestion: Congestion) => void
  readonly load: () => AdmissionLoad
  readonly takeCounts: () => AdmissionCounts
}

/** Of the limit, what may be in flight for a class to be let in: staff first find the door closed. */
const shares = { vital: 1, visitor: 0.7, staff: 0.4 } as const satisfies Record<WorkClass, number>
/** A loop this late serves nobody in time, however far the limit is. */
const latestLoopMs = { vital: 1_000, visitor: 400, staff: 150 } as const satisfies Record<WorkClass, number>
/** Of the floor: so few make no loop late, the machine stalls, and refusing them would not end it. */
const fewShare = 0.25

/** A queue that stands: not one of the window found the way free (as in CoDel, RFC 8289). */
const standingWaitMs = 5
const standingLoopMs = 25
/** Overload is answered within half a second from the ceiling; what was taken comes back within three. */
const shrink = 0.7
const growth = 1.16

/** How many times slower than unhurried the sending of a review may become before fewer are let in. */
const bearableSlowness = 2
/** What one window leaves of their limit at the least, and when a queue stands. */
const leastOfReviews = 0.25
/** Reviews being sent at once that are never refused. */
const fewestReviews = 2
/** Windows after reviews were refused for being slow, in which visitors and staff are kept out. */
const closedWindows = 5

const noCounts = (): AdmissionCounts => ({
  vital: { admitted: 0, refused: 0 },
  visitor: { admitted: 0, refused: 0 },
  staff: { admitted: 0, refused: 0 },
})

interface ReviewWindow {
  readonly slowness: number | undefined
  readonly isStanding: boolean
  readonly isRefusing: boolean
}

/**
 * Reviews that may be sent at once. Only work that is refused and slow at once shrinks it: more is asked for than
 * can be done, and what is let in hinders itself. By how much, Little's law says: half as many take half as long.
 * Slow work that nobody waits behind is let be.
 */
const createReviewLimit = (most: number) => {
  let limit = most
  return {
    read: () => limit,
    isShrunk: () => limit < most,
    observe({ slowness, isStanding, isRefusing }: ReviewWindow): void {
      // At the start of a flood nothing has been finished yet that could be slow: the queues tell first.
      const ratio = isStanding ? leastOfReviews : bearableSlowness / (slowness ?? 1)
      const next = isRefusing && ratio < 1 ? limit * Math.max(leastOfReviews, ratio) : limit * growth
      limit = Math.min(most, Math.max(fewestReviews, next))
    },
  }
}

const classOf = (lane: Lane): WorkClass => {
  if (lane === 'review') return 'vital'
  return lane === 'asset' ? 'visitor' : lane
}

/**
 * Decides who is let in. The limit on requests in flight follows the queues inside: it shrinks while one stands
 * (before a connection or in the event loop) and grows back when none does, so that a burst is served and a flood
 * is refused early. Reviews being sent have a limit of their own, which follows how fast they are; while it is low
 * and refuses any, visitors and staff wait outside. Scripts and styles are only asked for by a page that was let in,
 * which is broken without one of them: nothing but their own number refuses them (docs/decisions/017-admission.md).
 */
export const createAdmission = ({ ceiling, floor, mostReviews, networkShare = 1 }: AdmissionOptions): Admission => {
  const networks = createNetworkPlaces(networkShare)
  const reviews = createReviewLimit(Math.min(mostReviews, ceiling))
  const inFlight = { review: 0, asset: 0, vital: 0, visitor: 0, staff: 0 } satisfies Record<Lane, number>
  let limit = ceiling
  let loopDelayMs = 0
  let isRefusingReviews = false
  let closedFor = 0
  let letThrough = new Set<Lane>()
  let counts = noCounts()

  const total = (): number => inFlight.review + inFlight.vital + inFlight.visitor + inFlight.staff
  const isOpen = (lane: Lane): boolean => {
    if (lane === 'asset') return inFlight.asset < ceiling
    if (loopDelayMs >= latestLoopMs[classOf(lane)] && total() >= floor * fewShare) return false
    if (lane === 'review') return inFlight.review < reviews.read() && total() < ceiling
    // One in each window, so that nobody is kept out for good.
    if (closedFor > 0 && lane !== 'vital') return !letThrough.has(lane)
    return total() < Math.max(1, limit * shares[lane])
  }

  const limitOf = (lane: Lane): number => {
    if (lane === 'asset') return ceiling
    return lane === 'review' ? reviews.read() : limit * shares[lane]
  }
  const noteRefusal = (lane: Lane): void => {
    counts[classOf(lane)].refused += 1
    if (lane !== 'review') return
    isRefusingReviews = true
    if (reviews.isShrunk()) closedFor = closedWindows
  }
  /** Whether a network has its share already: the others are not kept out for it. */
  const hasItsShare = (lane: Lane, network: string): boolean => networks.hasShareOf(limitOf(lane), { lane, network })
  const mayCome = (lane: Lane, network: string): boolean => {
    if (hasItsShare(lane, network)) counts[classOf(lane)].refused += 1
    else if (isOpen(lane)) return true
    else noteRefusal(lane)
    return false
  }

  return {
    mayCome,
    tryEnter(lane, network) {
      if (!mayCome(lane, network)) return false
      inFlight[lane] += 1
      networks.enter({ lane, network })
      counts[classOf(lane)].admitted += 1
      letThrough.add(lane)
      return true
    },
    leave(lane, network) {
      inFlight[lane] -= 1
      networks.leave({ lane, network })
    },
    observe(congestion) {
      loopDelayMs = congestion.loopDelayMs
      const isStanding = congestion.shortestWaitMs > standingWaitMs || loopDelayMs > standingLoopMs
      limit = isStanding ? Math.max(floor, limit * shrink) : Math.min(ceiling, limit * growth)
      reviews.observe({ slowness: congestion.slowness, isStanding, isRefusing: isRefusingReviews })
      isRefusingReviews = false
      closedFor = Math.max(0, closedFor - 1)
      letThrough = new Set()
    },
    load: () => ({
      inFlight: total(),
      limit: Math.round(limit),
      reviewLimit: Math.round(reviews.read()),
      loopDelayMs,
    }),
    takeCounts() {
      const taken = counts
      counts = noCounts()
      return taken
    },
  }
}
