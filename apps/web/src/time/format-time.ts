/** Each with its length and from when on it is told, in seconds. A time of 13 days in weeks would be a week off. */
const units = [
  ['year', 31_536_000, 31_536_000],
  ['month', 2_592_000, 2 * 2_592_000],
  ['week', 604_800, 4 * 604_800],
  ['day', 86_400, 86_400],
  ['hour', 3_600, 3_600],
  ['minute', 60, 60],
] as const

/** `2 hours ago`, `in 3 days`; under a minute it is `just now`. `now` in milliseconds since 1970. */
export const formatTimeAgo = (at: string, now: number): string => {
  const seconds = (Date.parse(at) - now) / 1000
  if (Number.isNaN(seconds)) return ''
  for (const [unit, length, from] of units) {
    if (Math.abs(seconds) >= from) {
      const count = length < 86_400 ? Math.trunc(seconds / length) : Math.round(seconds / length)
      return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(count, unit)
    }
  }
  return 'just now'
}

/** The exact time, in the reader's zone unless told: `24 Nov 2026, 08:02`. */
export const formatExactTime = (at: string, timeZone?: string): string => {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return ''
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(time)
}

/** The day in the customer's language: `24 November 2026`. */
export const formatDay = (at: string, locale: string): string => {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return ''
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time)
}

/** The second of an event of the installation, which its people compare with logs: `24 Nov 2026, 08:02:11 UTC`. */
export const formatUtc = (at: string): string => {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return ''
  const text = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })
  return `${text.format(time)} UTC`
}

/** The time of day in a zone, on a clock of 24 hours: `08:02`. */
export const formatClockIn = (at: string, timeZone: string): string => {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return ''
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(time)
}
