import { localeOf } from '@afterword/language/locale-of'
import { type Counted, formOf, say } from '@afterword/language/text'
import { adminDeliveryTexts as texts } from '@afterword/language/texts/admin-delivery/texts'

/** A text about the last days, with their number. */
export const inLastDays = (text: Counted<'count'>, days: number): string =>
  say(formOf(text, days, texts.language), { count: days.toLocaleString(localeOf(texts)) })
