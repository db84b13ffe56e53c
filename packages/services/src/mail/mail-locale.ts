import type { MailLocale } from './mailer.ts'

/**
 * The language of a mail: the first locale that is known decides, and any we have no texts for is
 * English.
 *
 * @param locales  Most telling first: the customer's, the order's, the shop's. E.g. `ko-KR`, `en_GB`.
 */
export const chooseMailLocale = (...locales: readonly (string | null)[]): MailLocale => {
  const first = locales.find((locale) => locale !== null && locale !== '')
  return first !== undefined && /^ko(?:[-_]|$)/i.test(first ?? '') ? 'ko' : 'en'
}
