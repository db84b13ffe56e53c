import { DomainError } from '@afterword/errors'
import { z } from 'zod'
import { currencyExponent } from './currency-exponent.ts'
import { currencySchema } from './currency.ts'

/** An amount in integer minor units (cents of USD, yen of JPY, fils of KWD) and its currency. */
export const moneySchema = z.object({ amountMinor: z.int().min(0), currency: currencySchema })
export type Money = z.infer<typeof moneySchema>

/** Plain decimal digits: no sign, no exponent, no grouping. Bounded, so that nobody feeds us a megabyte. */
const plainDecimal = /^(\d{1,30})(?:\.(\d{1,30}))?$/

/** Whether a number can be an amount in minor units: a whole number from 0 to 2^53 − 1. */
export const isMinorUnits = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/**
 * Reads a decimal amount without passing through a float.
 *
 * @param value  `"10.00"`, `"10"`, or a JSON number such as `19.99`.
 * @returns Integer minor units ≥ 0, or null when it is no such amount: negative, text, NaN, Infinity,
 *   written with an exponent, more decimals than the currency has (zeros beyond them are fine), or
 *   2^53 minor units and more.
 */
export const parseAmount = (value: unknown, currency: string): number | null => {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const match = plainDecimal.exec(String(value))
  if (match === null) return null
  const exponent = currencyExponent(currency)
  const decimals = (match[2] ?? '').padEnd(exponent, '0')
  if (Number(decimals.slice(exponent)) !== 0) return null
  const minor = Number(`${match[1]}${decimals.slice(0, exponent)}`)
  return isMinorUnits(minor) ? minor : null
}

/**
 * The amount as plain decimal text with the currency's decimals: 1050 USD → `10.50`, 10 JPY → `10`.
 * `parseAmount` reads it back to the same amount.
 *
 * @throws DomainError `money.invalid` when it is not a whole number ≥ 0.
 */
export const formatDecimal = (amountMinor: number, currency: string): `${number}` => {
  if (!isMinorUnits(amountMinor)) throw new DomainError('money.invalid')
  const exponent = currencyExponent(currency)
  const digits = String(amountMinor).padStart(exponent + 1, '0')
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
  return text as `${number}`
}

/**
 * The amount as people read it in a language: `$10.50`, `₩12,000`.
 *
 * @param locale  BCP 47; an unknown one falls back to English.
 * @throws DomainError `money.invalid` when the amount or the currency is none.
 */
export const formatMoney = ({ amountMinor, currency }: Money, locale = 'en'): string => {
  const decimal = formatDecimal(amountMinor, currency)
  const digits = currencyExponent(currency)
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const
  try {
    return new Intl.NumberFormat(isLocale(locale) ? locale : 'en', options).format(decimal)
  } catch (cause) {
    throw new DomainError('money.invalid', { cause })
  }
}

const isLocale = (locale: string): boolean => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}
