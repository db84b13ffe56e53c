/** Milliseconds in a sentence: `40 ms`, `2.1 s`. */
export const secondsOf = (ms: number): string => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`)
