import { formatNumber } from '@afterword/language/format-number'
import { localeOf } from '@afterword/language/locale-of'
import { sayCount } from '@afterword/language/say-count'
import { type Counted, say } from '@afterword/language/text'
import { operatorLoadTexts as texts } from '@afterword/language/texts/operator-load/texts'
import { formatDay } from '#time/format-day.ts'
import type { ScheduleWindow } from '@afterword/validation/operations/schedule'
import { formatClockMinute } from '@afterword/validation/operations/rules'
import type { Schedule, SchedulePreview } from './schedule-types.ts'

const written = (value: number): string => formatNumber(value, texts)
const countOf = (text: Counted<'count'>, count: number): string => sayCount(text, { count }, texts)

/** `4 hours`, `1 hour 30 minutes`. */
export const describeLength = (lengthMinutes: number): string => {
  const hours = countOf(texts.hours, Math.floor(lengthMinutes / 60))
  const minutes = countOf(texts.minutes, lengthMinutes % 60)
  if (lengthMinutes < 60) return minutes
  return lengthMinutes % 60 === 0 ? hours : say(texts.hoursAndMinutes, { hours, minutes })
}

/** `01:00 to 05:00, UTC`. */
export const describeWindow = ({ startMinute, lengthMinutes, timeZone }: ScheduleWindow): string => {
  const start = formatClockMinute(startMinute)
  if (lengthMinutes === 24 * 60) return say(texts.window.allDay, { start, timeZone })
  const end = formatClockMinute((startMinute + lengthMinutes) % (24 * 60))
  return say(texts.window.between, { start, end, timeZone })
}

/** `24 November 2026`. */
export const describeDay = (day: string): string => formatDay(day, localeOf(texts))

/** What spreading does, in one sentence. */
export const describeSpread = (preview: SchedulePreview, { startMinute }: ScheduleWindow): string => {
  const { shopCount, fullestMinute } = preview
  const { oneShop, shops, same, changed } = texts.spread
  if (shopCount === 1) return oneShop
  const values = {
    count: fullestMinute.after,
    shops: countOf(shops, shopCount),
    start: formatClockMinute(startMinute),
    shopCount: written(shopCount),
  }
  return fullestMinute.before === fullestMinute.after
    ? sayCount(same, values, texts)
    : sayCount(changed, { ...values, before: written(fullestMinute.before) }, texts)
}

/** What daily work came to on the day before, in one sentence. */
export const describeRuns = ({ done, failed, ratingsRepaired }: Schedule['dayBefore']): string => {
  const { runs } = texts
  if (done + failed === 0) return runs.none
  const shops = countOf(runs.shops, done)
  const ratings = countOf(runs.ratings, ratingsRepaired)
  if (failed === 0)
    return ratingsRepaired === 0 ? say(runs.allCorrect, { shops }) : say(runs.corrected, { shops, ratings })
  return ratingsRepaired === 0
    ? say(runs.failed, { shops, failed: written(failed) })
    : say(runs.failedAndCorrected, { shops, failed: written(failed), ratings })
}
