import { DomainError } from '@afterword/errors'
import { createWaitingLine, type WaitingLine } from './waiting-line.ts'
import { currentWorkClass, type WorkClass, workClasses } from './work-class.ts'

interface Waiting {
  readonly admit: () => void
  readonly since: number
}

/**
 * What others are let in ahead of a class: work that came up to so many milliseconds later. Being a
 * span of time and not a rank, it ends: the one that has waited that long is next, and nobody starves.
 */
const yieldsMs = { vital: 0, visitor: 200, staff: 1_000 } as const satisfies Record<WorkClass, number>

/** Of the whole line's length, what a class may fill. */
const shares = { vital: 1, visitor: 0.5, staff: 0.2 } as const satisfies Record<WorkClass, number>

interface GateOptions {
  /** How many pieces of work may run at once. */
  readonly places: number
  /** How many may wait; one more is refused at once with `overloaded`. Visitors may fill half of it, staff a fifth. */
  readonly maxWaiting: number
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number
}

export interface GateWindow {
  /** What the luckiest of the window waited, in milliseconds: above nothing, the line never emptied. */
  readonly shortestWaitMs: number
  readonly longestWaitMs: number
}

export interface Gate {
  /** Runs `work` when a place is free, by class and then in the order of asking. @throws DomainError `overloaded` */
  run<T>(work: () => Promise<T>): Promise<T>
  /** Work running and work waiting, for readiness and tests. */
  load(): { running: number; waiting: number }
  /** The waits since the last call. */
  takeWindow(): GateWindow
}

const createLines = (): Record<WorkClass, WaitingLine<Waiting>> => ({
  vital: createWaitingLine(),
  visitor: createWaitingLine(),
  staff: createWaitingLine(),
})

/** The class whose first in line is due first, or undefined when nobody waits. */
const findNext = (lines: Record<WorkClass, WaitingLine<Waiting>>): WorkClass | undefined => {
  let next: WorkClass | undefined
  let earliest = Infinity
  for (const workClass of workClasses) {
    const head = lines[workClass].head()
    if (head === undefined || head.since + yieldsMs[workClass] >= earliest) continue
    earliest = head.since + yieldsMs[workClass]
    next = workClass
  }
  return next
}

const createWaits = () => {
  let shortest = Infinity
  let longest = 0
  return {
    note(waitMs: number): void {
      if (waitMs < shortest) shortest = waitMs
      if (waitMs > longest) longest = waitMs
    },
    /** When nobody was let in, the window knows only of those who still wait. */
    take(stuckMs: number): GateWindow {
      const shortestWaitMs = shortest === Infinity ? stuckMs : shortest
      const window = { shortestWaitMs, longestWaitMs: Math.max(longest, stuckMs) }
      shortest = Infinity
      longest = 0
      return window
    },
  }
}

/** A bounded line, by class, before a fixed number of places. */
export const createGate = ({ places, maxWaiting, clock = () => performance.now() }: GateOptions): Gate => {
  const lines = createLines()
  const waits = createWaits()
  let running = 0
  let waiting = 0

  const enter = (): Promise<void> | undefined => {
    if (running < places) {
      running += 1
      waits.note(0)
      return undefined
    }
    const workClass = currentWorkClass()
    const line = lines[workClass]
    if (line.size() >= Math.max(1, maxWaiting * shares[workClass])) throw new DomainError('overloaded')
    waiting += 1
    return new Promise((admit) => line.add({ admit, since: clock() }))
  }

  const leave = (): void => {
    const workClass = findNext(lines)
    const next = workClass === undefined ? undefined : lines[workClass].take()
    if (next === undefined) {
      running -= 1
      return
    }
    waiting -= 1
    waits.note(clock() - next.since)
    next.admit()
  }

  return {
    async run(work) {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
    load: () => ({ running, waiting }),
    takeWindow() {
      const heads = workClasses.map((workClass) => lines[workClass].head()?.since ?? Infinity)
      const oldest = Math.min(...heads)
      return waits.take(oldest === Infinity ? 0 : clock() - oldest)
    },
  }
}
