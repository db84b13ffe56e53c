import { DomainError, type ErrorCode } from '@afterword/errors'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAtInputSchema, decideCompareAt, discountPercent, parsePrices, priceInputSchema } from './price.ts'

const codeOf = (act: () => unknown): ErrorCode | 'none' => {
  try {
    act()
    return 'none'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const nonsense = [
  '-5',
  '-0.01',
  -5,
  'example string',
  'NaN',
  Number.NaN,
  'Infinity',
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  '1e3',
  '24.999',
  '1,000',
  true,
  {},
  ['24.99'],
]

describe('parsePrices', () => {
  it.each([undefined, null, '', '  ', 0, '0', '0.00', 19.99, '19.99', '19.990', 10, '10.00', '0.01'])(
    'shows no compare-at price for %j beside 19.99',
    (compareAt) => {
      expect(parsePrices({ price: '19.99', compareAt, currency: 'USD' })).toEqual({
        priceMinor: 1999,
        compareAtMinor: null,
      })
    },
  )

  it.each([
    ['24.99', 2499],
    [24.99, 2499],
    ['24.9900', 2499],
    ['20', 2000],
    [20, 2000],
  ])('shows a higher compare-at price (%j)', (compareAt, compareAtMinor) => {
    expect(parsePrices({ price: '19.99', compareAt, currency: 'USD' })).toEqual({ priceMinor: 1999, compareAtMinor })
  })

  it.each(nonsense)('refuses the compare-at price %j', (compareAt) => {
    expect(codeOf(() => parsePrices({ price: '19.99', compareAt, currency: 'USD' }))).toBe('price.compare_at_invalid')
  })

  it.each([...nonsense, '', null, undefined])('refuses the selling price %j', (price) => {
    expect(codeOf(() => parsePrices({ price, compareAt: null, currency: 'USD' }))).toBe('price.invalid')
  })

  it('keeps to the currency’s decimals', () => {
    expect(parsePrices({ price: '10.00', compareAt: '12.00', currency: 'JPY' })).toEqual({
      priceMinor: 10,
      compareAtMinor: 12,
    })
    expect(parsePrices({ price: '1.234', compareAt: '1.235', currency: 'KWD' })).toEqual({
      priceMinor: 1234,
      compareAtMinor: 1235,
    })
    expect(codeOf(() => parsePrices({ price: '10.50', compareAt: null, currency: 'JPY' }))).toBe('price.invalid')
    expect(codeOf(() => parsePrices({ price: '10', compareAt: '10.50', currency: 'JPY' }))).toBe(
      'price.compare_at_invalid',
    )
  })

  it('refuses two currencies, unless there is nothing to compare', () => {
    const pair = { price: '10', currency: 'USD', compareAtCurrency: 'EUR' }
    expect(codeOf(() => parsePrices({ ...pair, compareAt: '12' }))).toBe('price.currency_mismatch')
    expect(parsePrices({ ...pair, compareAt: '0.00' }).compareAtMinor).toBeNull()
    expect(parsePrices({ ...pair, compareAt: null }).compareAtMinor).toBeNull()
  })

  it('ends in two good amounts or a price error, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.constantFrom('USD', 'JPY', 'KWD'), (price, compareAt, currency) => {
        const code = codeOf(() => {
          const { priceMinor, compareAtMinor } = parsePrices({ price, compareAt, currency })
          expect(Number.isSafeInteger(priceMinor)).toBe(true)
          if (compareAtMinor !== null) expect(compareAtMinor).toBeGreaterThan(priceMinor)
        })
        expect(['none', 'price.invalid', 'price.compare_at_invalid']).toContain(code)
      }),
    )
  })
})

const minor = fc.maxSafeNat()
const unsetOrMinor = fc.option(minor, { freq: 4 })

describe('decideCompareAt', () => {
  it('gives null or more than the price', () => {
    fc.assert(
      fc.property(minor, unsetOrMinor, (priceMinor, compareAtMinor) => {
        const shown = decideCompareAt({ priceMinor, compareAtMinor })
        return shown === null ? compareAtMinor === null || compareAtMinor <= priceMinor : shown > priceMinor
      }),
    )
  })

  it('decides the same again about what it decided', () => {
    fc.assert(
      fc.property(minor, unsetOrMinor, (priceMinor, compareAtMinor) => {
        const shown = decideCompareAt({ priceMinor, compareAtMinor })
        return decideCompareAt({ priceMinor, compareAtMinor: shown }) === shown
      }),
    )
  })

  it('shows nothing beside a price that is not known, and something beside a free item', () => {
    expect(decideCompareAt({ priceMinor: null, compareAtMinor: 500 })).toBeNull()
    expect(decideCompareAt({ priceMinor: 0, compareAtMinor: 500 })).toBe(500)
    expect(decideCompareAt({ priceMinor: 0, compareAtMinor: 0 })).toBeNull()
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as either price', (value) => {
    expect(codeOf(() => decideCompareAt({ priceMinor: 100, compareAtMinor: value }))).toBe('price.compare_at_invalid')
    expect(codeOf(() => decideCompareAt({ priceMinor: value, compareAtMinor: 100 }))).toBe('price.invalid')
  })
})

describe('discountPercent', () => {
  it.each([
    [1999, 2499, 20],
    [0, 2499, 100],
    [1, 10_000, 99],
    [9999, 10_000, null],
    [1999, 0, null],
    [0, 0, null],
    [1999, null, null],
    [1999, 1999, null],
  ])('of %j against %j is %j', (priceMinor, compareAtMinor, percent) => {
    expect(discountPercent({ priceMinor, compareAtMinor })).toBe(percent)
  })

  it('is a whole number from 1 to 100 or null', () => {
    fc.assert(
      fc.property(minor, unsetOrMinor, (priceMinor, compareAtMinor) => {
        const percent = discountPercent({ priceMinor, compareAtMinor })
        return percent === null || (Number.isInteger(percent) && percent >= 1 && percent <= 100)
      }),
    )
  })
})

describe('form schemas', () => {
  it('read what a person types', () => {
    expect(priceInputSchema('USD').parse(' 19.90 ')).toBe(1990)
    expect(compareAtInputSchema('USD').parse('')).toBeNull()
    expect(compareAtInputSchema('USD').parse(undefined)).toBeNull()
    expect(compareAtInputSchema('USD').parse('0')).toBe(0)
    expect(compareAtInputSchema('JPY').parse('1200')).toBe(1200)
  })

  it('answer nonsense with the code of the price it stands for', () => {
    expect(priceInputSchema('USD').safeParse('').error?.issues[0]?.message).toBe('price.invalid')
    expect(priceInputSchema('USD').safeParse(null).error?.issues[0]?.message).toBe('price.invalid')
    expect(compareAtInputSchema('USD').safeParse('free').error?.issues[0]?.message).toBe('price.compare_at_invalid')
    expect(compareAtInputSchema('USD').safeParse(12).error?.issues[0]?.message).toBe('price.compare_at_invalid')
  })
})
