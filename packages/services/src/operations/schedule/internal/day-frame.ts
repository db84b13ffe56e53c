import { addDays, zonedInstant } from './zoned-time.ts'

const stepMinutes = 10
const stepMs = stepMinutes * 60_000

/** A calendar day of a time zone in steps of ten minutes: 144 of them, more or fewer where clocks change. */
export interface DayFrame {
  readonly day: string
  readonly timeZone: string
  readonly from: Date
  readonly until: Date
  readonly stepMinutes: number
  readonly steps: readonly Date[]
}

export const frameDay = (day: string, timeZone: string): DayFrame => {
  const [from, until] = [zonedInstant(day, 0, timeZone), zonedInstant(addDays(day, 1), 0, timeZone)]
  const count = Math.ceil((until.getTime() - from.getTime()) / stepMs)
  const steps = Array.from({ length: count }, (_, index) => new Date(from.getTime() + index * stepMs))
  return { day, timeZone, from, until, stepMinutes, steps }
}

/** How many of the instants lie in each step of the day; those of other days are left out. */
export const countBySteps = (frame: DayFrame, instants: Iterable<Date>): number[] => {
  const counts = frame.steps.map(() => 0)
  for (const at of instants) {
    const step = Math.floor((at.getTime() - frame.from.getTime()) / stepMs)
    if (step >= 0 && at < frame.until) counts[step] = (counts[step] ?? 0) + 1
  }
  return counts
}
