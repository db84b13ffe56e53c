import { parsePrices } from './price.ts'

/** A variant's prices as a platform sent them. */
export interface SentPrices {
  readonly price: unknown
  readonly compareAt: unknown
}

export interface ProductPrice {
  /** The lowest selling price, minor units. */
  readonly priceMinor: number
  /** Higher than the price, or null. */
  readonly compareAtMinor: number | null
  /** Whether variants cost differently, so that "from" stands before the price. */
  readonly isPriceFrom: boolean
}

const lowest = (amounts: readonly number[]): number | null => (amounts.length === 0 ? null : Math.min(...amounts))

/**
 * The one price of a product with variants: the lowest, with "from" when another costs more. The compare-at price is
 * that of a variant which has this price, the lowest where there are several: a sale is seen on whichever variant it
 * is, and the difference that is shown can be had.
 *
 * @param variants  At least one.
 * @throws DomainError `price.invalid`, `price.compare_at_invalid` when any of them is nonsense
 */
export const parseVariantPrices = (variants: readonly SentPrices[], currency: string): ProductPrice => {
  const read = variants.map((variant) => parsePrices({ ...variant, currency }))
  const priceMinor = Math.min(...read.map((variant) => variant.priceMinor))
  const compareAts = read
    .filter((variant) => variant.priceMinor === priceMinor)
    .flatMap(({ compareAtMinor }) => (compareAtMinor === null ? [] : [compareAtMinor]))
  const isPriceFrom = read.some((variant) => variant.priceMinor !== priceMinor)
  return { priceMinor, compareAtMinor: lowest(compareAts), isPriceFrom }
}
