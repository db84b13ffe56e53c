/** How much of the five stars is filled, in percent with two decimals: 4.76 is 95.2, not 100. */
export const starsPercent = (value: number): number => Math.round(Math.min(5, Math.max(0, value)) * 2_000) / 100

/** @param locale  As `readLocale` gives it. */
export const formatNumber = (value: number, locale: string, digits = 0): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

/** @param locale  As `readLocale` gives it. */
export const formatDate = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
