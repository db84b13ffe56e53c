import { DomainError, type ErrorCode } from '@afterword/errors'
import { z } from 'zod'
import { parseAmount } from '../primitives/money.ts'
import { isMinorUnits } from '../primitives/money-text.ts'
import { percentOff } from './percent-off.ts'

/**
 * The only place that understands prices. A compare-at price is the struck-out one beside the
 * selling price; 0, empty, equal or lower all mean that none is shown, and are never an error.
 */

/** What platforms and forms send for "no compare-at price". */
const isUnset = (value: unknown): value is null | undefined | '' =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

interface CompareAtInput {
  /** Selling price, minor units; null while it is not known. */
  readonly priceMinor: number | null
  /** Compare-at price, minor units; null when unset. */
  readonly compareAtMinor: number | null | undefined
  readonly currency?: string
  /** Currency of the compare-at price where it may differ from the selling price's. */
  readonly compareAtCurrency?: string
}

/**
 * Decides whether a compare-at price may be shown beside the selling price.
 *
 * @returns Minor units, always > priceMinor, or null when nothing may be shown (either is unset, 0,
 *   equal, lower).
 * @throws DomainError `price.invalid`, `price.compare_at_invalid` when one is negative or no whole
 *   number; `price.currency_mismatch` when both are set in different currencies.
 * @see docs/decisions/008-compare-at-zero.md
 */
export const decideCompareAt = (input: CompareAtInput): number | null => {
  const { priceMinor, compareAtMinor, currency, compareAtCurrency } = input
  if (priceMinor !== null && !isMinorUnits(priceMinor)) throw new DomainError('price.invalid')
  if (compareAtMinor === null || compareAtMinor === undefined) return null
  if (!isMinorUnits(compareAtMinor)) throw new DomainError('price.compare_at_invalid')
  if (priceMinor === null || compareAtMinor === 0) return null
  if (currency !== undefined && compareAtCurrency !== undefined && currency !== compareAtCurrency) {
    throw new DomainError('price.currency_mismatch')
  }
  return compareAtMinor > priceMinor ? compareAtMinor : null
}

/**
 * What `percentOff` says of a price line.
 *
 * @returns 1 to 100, or null when there is nothing to show. Never NaN, never infinite.
 * @throws as decideCompareAt
 */
export const discountPercent = (input: CompareAtInput): number | null => {
  const shown = decideCompareAt(input)
  return shown === null || input.priceMinor === null ? null : percentOff(input.priceMinor, shown)
}

/** A selling price from a platform or a form. @throws DomainError `price.invalid` */
export const parsePrice = (value: unknown, currency: string): number => {
  const minor = parseAmount(value, currency)
  if (minor === null) throw new DomainError('price.invalid')
  return minor
}

/**
 * A compare-at amount as it was written, before it is compared with anything: null when unset, and 0
 * stays 0.
 *
 * @throws DomainError `price.compare_at_invalid`
 */
export const parseCompareAt = (value: unknown, currency: string): number | null => {
  if (isUnset(value)) return null
  const minor = parseAmount(value, currency)
  if (minor === null) throw new DomainError('price.compare_at_invalid')
  return minor
}

interface PricePair {
  readonly price: unknown
  readonly compareAt: unknown
  readonly currency: string
  readonly compareAtCurrency?: string
}

/**
 * A product's two prices from a platform's text or numbers.
 *
 * @returns Minor units; `compareAtMinor` is null or higher than `priceMinor`.
 * @throws DomainError `price.invalid`, `price.compare_at_invalid`, `price.currency_mismatch`
 */
export const parsePrices = (pair: PricePair): { priceMinor: number; compareAtMinor: number | null } => {
  const { currency, compareAtCurrency = currency } = pair
  const priceMinor = parsePrice(pair.price, currency)
  const compareAtMinor = parseCompareAt(pair.compareAt, compareAtCurrency)
  return { priceMinor, compareAtMinor: decideCompareAt({ priceMinor, compareAtMinor, currency, compareAtCurrency }) }
}

const refuse = (context: z.core.$RefinementCtx, message: ErrorCode): never => {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

/** A selling price typed into a form → minor units. Fails with `price.invalid`. */
export const priceInputSchema = (currency: string) =>
  z
    .string({ error: 'price.invalid' satisfies ErrorCode })
    .trim()
    .transform((text, context) => parseAmount(text, currency) ?? refuse(context, 'price.invalid'))

/**
 * A compare-at price typed into a form → minor units, null when left empty. 0 is accepted as 0, so
 * that the form can say what it means. Fails with `price.compare_at_invalid`.
 */
export const compareAtInputSchema = (currency: string) =>
  z
    .string({ error: 'price.compare_at_invalid' satisfies ErrorCode })
    .trim()
    .nullish()
    .transform((text, context) =>
      isUnset(text) ? null : (parseAmount(text, currency) ?? refuse(context, 'price.compare_at_invalid')),
    )
