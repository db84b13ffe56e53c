import { readLocale } from '@afterword/language/read-locale'
import { currencyExponent } from './currency-exponent.ts'

/** How amounts are written: plain functions, because the embed writes them too. */

/** Whether a number can be an amount in minor units: a whole number from 0 to 2^53 − 1. */
export const isMinorUnits = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/**
 * The amount as plain decimal text with the currency's decimals: 1050 USD → `10.50`, 10 JPY → `10`.
 * `parseAmount` reads it back to the same amount.
 *
 * @returns Null when it is not a whole number ≥ 0.
 */
export const decimalText = (amountMinor: number, currency: string): `${number}` | null => {
  if (!isMinorUnits(amountMinor)) return null
  const exponent = currencyExponent(currency)
  const digits = String(amountMinor).padStart(exponent + 1, '0')
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
  return text as `${number}`
}

/**
 * The amount as people read it in a language: `$10.50`, `₩12,000`, `CLF 25.0000`.
 *
 * @param locale  In any form; an unknown one falls back to English.
 * @returns Null when the amount or the currency is none.
 */
export const moneyText = (
  { amountMinor, currency }: { readonly amountMinor: number; readonly currency: string },
  locale: string,
): string | null => {
  const decimal = decimalText(amountMinor, currency)
  if (decimal === null || !/^[A-Z]{3}$/i.test(currency)) return null
  const digits = currencyExponent(currency)
  return new Intl.NumberFormat(readLocale(locale) ?? 'en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(decimal)
}
