export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** @param ms  Negative for earlier. */
export const shiftTime = (at: Date, ms: number): Date => new Date(at.getTime() + Math.round(ms))
