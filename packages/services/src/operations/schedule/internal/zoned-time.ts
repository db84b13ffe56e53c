const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** How far a zone's wall clock is ahead of UTC at an instant, in milliseconds. */
const offsetAt = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN)
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
  return wall - Math.floor(at / 1_000) * 1_000
}

/** The calendar day so many days after one. Days are `2026-11-25` throughout. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** The calendar day that a zone's clock shows at an instant. */
export const dayAt = (at: Date, timeZone: string): string =>
  new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString().slice(0, 10)

/**
 * The instant at which a zone's wall clock shows a time of a day. A time that a clock change repeats is
 * its first occurrence; one that it leaves out comes as much later as the clock jumps (as Temporal's
 * `compatible`).
 *
 * @param minute  Minutes after midnight.
 */
export const zonedInstant = (day: string, minute: number, timeZone: string): Date => {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs
  const before = offsetAt(wall - dayMs, timeZone)
  const after = offsetAt(wall + dayMs, timeZone)
  const fitting = [before, after].filter((offset) => offsetAt(wall - offset, timeZone) === offset)
  return new Date(wall - (fitting.length === 0 ? before : Math.max(...fitting)))
}
