export interface Slowness {
  /** Told how long one piece of work of a kind took. */
  readonly note: (kind: string, ms: number) => void
  /**
   * How many times longer than when it had the machine to itself the work since the last call took; the median,
   * weighed over kinds. Undefined when none was done.
   */
  readonly take: () => number | undefined
}

/** How fast the measure of a kind follows work that was faster … */
const followsDown = 0.1
/** … and, ten times a second, work that was slower: a lasting change is accepted, a flood of minutes is not. */
const followsUp = 1.0002

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/**
 * Compares work with itself: what a kind of work takes when nothing else is done is learned from the fastest that
 * was seen, so no constant says what is slow (as in TCP Vegas and Netflix' concurrency limits).
 */
export const createSlowness = (): Slowness => {
  const unhurried = new Map<string, number>()
  let noted = new Map<string, number[]>()

  const compare = (kind: string, times: readonly number[]): number => {
    const median = medianOf(times)
    const before = unhurried.get(kind) ?? median
    const now = median < before ? before + (median - before) * followsDown : Math.min(median, before * followsUp)
    unhurried.set(kind, now)
    return now === 0 ? 1 : median / now
  }

  return {
    note(kind, ms) {
      const times = noted.get(kind)
      if (times === undefined) noted.set(kind, [ms])
      else times.push(ms)
    },
    take() {
      if (noted.size === 0) return undefined
      let [total, count] = [0, 0]
      for (const [kind, times] of noted) {
        total += compare(kind, times) * times.length
        count += times.length
      }
      noted = new Map()
      return total / count
    },
  }
}
