import { DomainError } from '@afterword/errors'
import { z } from 'zod'
import { currencyExponent } from './currency-exponent.ts'
import { currencySchema } from './currency.ts'
import { decimalText, isMinorUnits, moneyText } from './money-text.ts'

/** An amount in integer minor units (cents of USD, yen of JPY, fils of KWD) and its currency. */
export const moneySchema = z.object({ amountMinor: z.int().min(0), currency: currencySchema })
export type Money = z.infer<typeof moneySchema>

/** Plain decimal digits: no sign, no exponent, no grouping. Bounded, so that nobody feeds us a megabyte. */
const plainDecimal = /^(\d{1,30})(?:\.(\d{1,30}))?$/

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
 * What `decimalText` writes.
 *
 * @throws DomainError `money.invalid` when it is not a whole number ≥ 0.
 */
export const formatDecimal = (amountMinor: number, currency: string): `${number}` => {
  const text = decimalText(amountMinor, currency)
  if (text === null) throw new DomainError('money.invalid')
  return text
}

/**
 * What `moneyText` writes.
 *
 * @param locale  BCP 47; an unknown one falls back to English.
 * @throws DomainError `money.invalid` when the amount or the currency is none.
 */
export const formatMoney = (money: Money, locale = 'en'): string => {
  const text = moneyText(money, locale)
  if (text === null) throw new DomainError('money.invalid')
  return text
}
