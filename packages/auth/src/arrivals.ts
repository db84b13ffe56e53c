export interface Arrivals {
  /** Calls `note` the first time this generation of this session is seen, and again after it has failed. */
  readonly see: (generation: { readonly sessionId: string; readonly gen: number }, note: () => Promise<unknown>) => void
  /** Forgets all: the database may have been set back to before it was told. */
  readonly forget: () => void
}

/**
 * Remembers which generations of sessions this process has seen arrive at their browsers, so that a read costs a
 * statement once per generation and not each time. Nobody waits for it.
 *
 * @param most  How many are remembered; beyond that the one seen first is forgotten, and noted again when it comes.
 */
export const createArrivals = (most: number): Arrivals => {
  const seen = new Set<string>()
  return {
    see({ sessionId, gen }, note) {
      const key = `${sessionId}.${gen}`
      if (seen.has(key)) return
      if (seen.size >= most) {
        const [first] = seen
        if (first !== undefined) seen.delete(first)
      }
      seen.add(key)
      note().catch(() => seen.delete(key))
    },
    forget: () => seen.clear(),
  }
}
