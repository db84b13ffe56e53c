import { readAcceptLanguage } from './accept-language.ts'
import { languageOf } from './language-of.ts'
import { type Language, languageNames } from './languages.ts'
import { firstLocale } from './read-locale.ts'

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
  const known = locales.map(languageOf).filter((language) => language !== null)
  const ours = [...new Set([...known, ...languageNames])]
  const wishFor = (language: Language): number | null => named.get(language) ?? others
  // Where they want two alike, the header's order decides, and among those it leaves to us, ours.
  const [wanted] = [...new Set([...named.keys(), ...ours])]
    .filter((language) => (wishFor(language) ?? 0) > 0)
    .toSorted((one, other) => (wishFor(other) ?? 0) - (wishFor(one) ?? 0))
  return wanted ?? ours.find((language) => wishFor(language) !== 0) ?? ours[0] ?? 'en'
}
