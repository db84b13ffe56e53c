import { DomainError } from '@afterword/errors'

interface Waiting {
  readonly admit: () => void
  readonly refuse: (error: Error) => void
}

interface GateOptions {
  /** How many pieces of work may run at once. */
  readonly places: number
  /** How many may wait; one more is refused at once with `overloaded`. */
  readonly maxWaiting: number
}

export interface Gate {
  /** Runs `work` when a place is free, in the order of asking. @throws DomainError `overloaded` */
  run<T>(work: () => Promise<T>): Promise<T>
  /** Work running and work waiting, for readiness and tests. */
  load(): { running: number; waiting: number }
}

/** A bounded line before a fixed number of places. */
export const createGate = ({ places, maxWaiting }: GateOptions): Gate => {
  const line = new Set<Waiting>()
  let running = 0

  const enter = (): Promise<void> | undefined => {
    if (running < places) {
      running += 1
      return undefined
    }
    if (line.size >= maxWaiting) throw new DomainError('overloaded')
    return new Promise((admit, refuse) => line.add({ admit, refuse }))
  }

  const leave = (): void => {
    for (const next of line) {
      line.delete(next)
      next.admit()
      return
    }
    running -= 1
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
    load: () => ({ running, waiting: line.size }),
  }
}
