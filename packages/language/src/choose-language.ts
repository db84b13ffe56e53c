import { readAcceptLanguage } from './accept-language.ts'
import { languageOf } from './language-of.ts'
import { type Language, languageNames } from './languages.ts'
import { firstLocale, readLocale } from './read-locale.ts'

type Locale = string | null | undefined

/**
 * The language for somebody of whom only locales are known, as in a mail: the first that can be read decides, also
 * where we do not speak it. A French customer of a Korean shop reads English.
 *
 * @param locales  Most telling first: the customer's, the order's, the shop's. E.g. `ko-KR`, `en_GB`.
 */
export const languageOfFirst = (...locales: readonly Locale[]): Language => languageOf(firstLocale(locales)) ?? 'en'

/**
 * The language for a reader whose browser says what they read: the one they want most among those we speak; else the
 * first of `locales` that we speak and they did not refuse; else English.
 *
 * @param acceptLanguage  The header as it came.
 * @param locales         What is known beside it, most telling first: the shop's.
 */
export const languageForReader = (acceptLanguage: Locale, ...locales: readonly Locale[]): Language => {
  const { named, others } = readAcceptLanguage(acceptLanguage ?? '')
  const known = locales.map((locale) => languageOf(readLocale(locale))).filter((language) => language !== null)
  const ours = [...new Set([...known, ...languageNames])]
  const wishFor = (language: Language): number | null => named.get(language) ?? others
  let wanted: Language | undefined
  // Of two that they want alike, the header's first, and of those it leaves to us, our first.
  for (const language of new Set([...named.keys(), ...ours]))
    if ((wishFor(language) ?? 0) > (wanted === undefined ? 0 : (wishFor(wanted) ?? 0))) wanted = language
  return wanted ?? ours.find((language) => wishFor(language) !== 0) ?? ours[0] ?? 'en'
}
