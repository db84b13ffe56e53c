import type { ScheduleWindow } from '@afterword/validation/operations/schedule'
import { formatClockMinute } from '@afterword/validation/operations/rules'
import { formatDay } from '#time/format-time.ts'
import type { Schedule, SchedulePreview } from './schedule-types.ts'

const number = (value: number): string => value.toLocaleString('en')
const countOf = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? '' : 's'}`

/** `4 hours`, `1 hour 30 minutes`. */
export const describeLength = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? countOf(hours, 'hour') : '', rest > 0 ? countOf(rest, 'minute') : ''].filter(Boolean).join(' ')
}

/** `01:00 to 05:00, UTC`. */
export const describeWindow = ({ startMinute, lengthMinutes, timeZone }: ScheduleWindow): string => {
  const end = (startMinute + lengthMinutes) % (24 * 60)
  const clock = `${formatClockMinute(startMinute)} to ${formatClockMinute(end)}`
  return `${lengthMinutes === 24 * 60 ? `all day from ${formatClockMinute(startMinute)}` : clock}, ${timeZone}`
}

export const describeDay = (day: string): string => formatDay(day, 'en-GB')

/** What spreading does, in one sentence. */
export const describeSpread = (preview: SchedulePreview, { startMinute }: ScheduleWindow): string => {
  const { shopCount, fullestMinute } = preview
  if (shopCount === 1) return '1 shop: it starts at the same time every day, within this window.'
  const most = `at most ${number(fullestMinute.after)} ${fullestMinute.after === 1 ? 'starts' : 'start'} in one minute`
  const change = fullestMinute.before === fullestMinute.after ? '' : ` (now ${number(fullestMinute.before)})`
  const all = `all at ${formatClockMinute(startMinute)} would be ${number(shopCount)}`
  return `${countOf(shopCount, 'shop')}: ${most}${change}; ${all}.`
}

/** What daily work came to on the day before, in one sentence. */
export const describeRuns = ({ done, failed, ratingsRepaired }: Schedule['dayBefore']): string => {
  if (done + failed === 0) return 'No daily work finished on that day.'
  const repaired =
    ratingsRepaired === 0 ? 'all ratings were correct' : `${countOf(ratingsRepaired, 'rating')} corrected`
  return `${countOf(done, 'shop')} done, ${failed === 0 ? 'none failed' : `${number(failed)} failed`}; ${repaired}.`
}
