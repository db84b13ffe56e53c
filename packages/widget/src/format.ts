interface Money {
  readonly amountMinor: number
  readonly currency: string
}

/** How much of the five stars is filled, in percent with two decimals: 4.76 is 95.2, not 100. */
export const starsPercent = (value: number): number => Math.round(Math.min(5, Math.max(0, value)) * 2_000) / 100

/** An amount as people write it in their language. The API sends integer minor units (ISO 4217). */
export const formatMoney = ({ amountMinor, currency }: Money, locale: string): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const digits = exponents[currency] ?? 2
  const [minimumFractionDigits, maximumFractionDigits] = [digits, digits]
  return new Intl.NumberFormat(locale, {
    ...format.resolvedOptions(),
    minimumFractionDigits,
    maximumFractionDigits,
  }).format(amountMinor / 10 ** digits)
}

/** Decimals of the currencies that do not have two (ISO 4217; `Intl` differs from it for some). */
const exponents: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
])

/** Whole percent a price is below the one before, rounded down; null when there is nothing to show. */
export const percentOff = (price: number, before: number): number | null => {
  const percent = before > price && before > 0 ? Math.floor(((before - price) * 100) / before) : 0
  return percent > 0 ? percent : null
}

export const formatDate = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
