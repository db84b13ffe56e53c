import { createWaitingLine } from '@afterword/db/connection/waiting-line'
import { AsyncLocalStorage } from 'node:async_hooks'

interface Place {
  readonly start: () => void
  state: 'waiting' | 'running' | 'gone'
  timer: NodeJS.Timeout | undefined
}

/** Who has waited so long has gone, or asks again. */
const longestWaitMs = 10_000

export interface StartLine {
  /**
   * Starts the work now, or when fewer run, in the order of asking.
   *
   * @param giveUp  Told instead when its turn has not come within ten seconds.
   * @returns To be called when it has ended or nobody waits for it any more; more than once does no harm.
   */
  readonly enter: (start: () => void, giveUp: () => void) => () => void
  readonly load: () => { readonly running: number; readonly waiting: number }
}

/**
 * A line in front of this process' own work: so many run, the others have cost nothing yet. A burst that is let in
 * is worked off as fast as ever, and whatever is more urgent finds so many ahead of it and not the whole burst.
 * The caller bounds the line's length.
 */
export const createStartLine = (mostRunning: number): StartLine => {
  const line = createWaitingLine<Place>()
  let [running, waiting] = [0, 0]

  const run = (place: Place): void => {
    clearTimeout(place.timer)
    place.state = 'running'
    running += 1
    place.start()
  }
  const startNext = (): void => {
    let next = line.take()
    while (next?.state === 'gone') next = line.take()
    if (next === undefined) return
    waiting -= 1
    run(next)
  }
  return {
    enter(start, giveUp) {
      // It may be started out of another request's end, whose context is not its own.
      const inOwnContext = AsyncLocalStorage.snapshot()
      const place: Place = { start: () => inOwnContext(start), state: 'waiting', timer: undefined }
      if (running < mostRunning) run(place)
      else {
        waiting += 1
        line.add(place)
        place.timer = setTimeout(giveUp, longestWaitMs)
      }
      return () => {
        const { state } = place
        clearTimeout(place.timer)
        place.state = 'gone'
        if (state === 'waiting') waiting -= 1
        if (state !== 'running') return
        running -= 1
        startNext()
      }
    },
    load: () => ({ running, waiting }),
  }
}
