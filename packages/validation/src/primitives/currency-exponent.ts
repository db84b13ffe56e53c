/**
 * ISO 4217 exponents that are not 2. A table of our own, because `Intl` follows CLDR, which gives
 * other digits than the standard (IQD 0, HUF 0, COP 0 in V8) and changes with the browser: the meaning of
 * a stored amount must not.
 * @see https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const exponents: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI'].map((c) => [c, 0] as const),
  ...['VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((c) => [c, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((c) => [c, 3] as const),
  ...['CLF', 'UYW'].map((c) => [c, 4] as const),
])

/** Decimal places between a currency's unit and its minor unit: JPY 0, USD 2, KWD 3, CLF 4. */
export const currencyExponent = (currency: string): number => exponents.get(currency) ?? 2
