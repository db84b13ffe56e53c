import { currencyExponent } from '@afterword/validation/primitives/currency-exponent'

/** What the preview’s product costs, in minor units: 80.00 and 110.00, or 8,000 and 11,000 in a currency without decimals. */
export const examplePrices = (currency: string): { price: number; compareAt: number } => {
  const exponent = currencyExponent(currency)
  const unit = 10 ** (exponent === 0 ? 2 : exponent)
  return { price: 80 * unit, compareAt: 110 * unit }
}
