import { parsePrice } from '@afterword/validation/price/price'

/** A line's price in minor units, or null when the platform sent none that can be read. */
export const readLinePrice = (price: unknown, currency: string): number | null => {
  try {
    return parsePrice(price, currency)
  } catch {
    return null
  }
}
