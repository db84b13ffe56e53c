import { languageOfFirst } from '@afterword/language/choose-language'
import { formOf, say } from '@afterword/language/text'
import { widgetTexts, type WidgetTexts } from '@afterword/language/texts/widget/texts'
import { formatNumber } from './format.ts'

/** Texts of one language, and the locale that numbers and dates beside them are written in. */
export interface View {
  readonly words: WidgetTexts
  /** As `readLocale` gives it. */
  readonly locale: string
}

/** What is shown to readers of a locale such as `ko-KR`; in English where we do not speak it. */
export const viewOf = (locale: string): View => ({ locale, words: widgetTexts[languageOfFirst(locale)] })

/** `1 review`, `1,200 reviews`. */
export const countText = (count: number, { words, locale }: View): string =>
  say(formOf(words.count, count, words.language), { count: formatNumber(count, locale) })
