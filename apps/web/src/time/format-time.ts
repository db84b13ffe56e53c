import { localeOf } from '@afterword/language/locale-of'
import { say } from '@afterword/language/text'
import { interfacePartsTexts as texts } from '@afterword/language/texts/interface-parts/texts'

const locale = localeOf(texts)

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
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(count, unit)
    }
  }
  return texts.justNow
}

/** A time as Intl writes it; nothing where there is no such time. */
const format = (at: string, options: Intl.DateTimeFormatOptions): string => {
  const time = new Date(at)
  return Number.isNaN(time.getTime()) ? '' : new Intl.DateTimeFormat(locale, options).format(time)
}

/** The exact time, in the reader's zone unless told: `24 Nov 2026, 08:02`. */
export const formatExactTime = (at: string, timeZone?: string): string =>
  format(at, { dateStyle: 'medium', timeStyle: 'short', timeZone })

/** The second of an event of the installation, which operators compare with logs: `24 Nov 2026, 08:02:11 UTC`. */
export const formatUtc = (at: string): string => {
  const time = format(at, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })
  return time === '' ? '' : say(texts.utc, { time })
}

/** The time of day in a zone, on a clock of 24 hours: `08:02`. */
export const formatClockIn = (at: string, timeZone: string): string =>
  format(at, { timeStyle: 'short', hourCycle: 'h23', timeZone })
