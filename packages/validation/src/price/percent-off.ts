/**
 * How much lower a price is than the one before, in whole percent, rounded down so that it never promises too much.
 * Plain, because the embed shows it too.
 *
 * @param priceMinor   Minor units, whole, at least 0; both in one currency.
 * @param beforeMinor  The same.
 * @returns 1 to 100, or null when there is nothing to show.
 */
export const percentOff = (priceMinor: number, beforeMinor: number): number | null => {
  if (beforeMinor <= priceMinor || beforeMinor <= 0) return null
  const percent = Number((BigInt(beforeMinor - priceMinor) * 100n) / BigInt(beforeMinor))
  return percent === 0 ? null : percent
}
