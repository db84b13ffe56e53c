import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyExponent } from './currency-exponent.ts'
import { currencySchema } from './currency.ts'
import { formatDecimal, formatMoney, parseAmount } from './money.ts'

const currency = fc.constantFrom('JPY', 'KRW', 'USD', 'EUR', 'KWD', 'CLF')
const minor = fc.maxSafeNat()

describe('parseAmount', () => {
  it.each([
    ['10', 'USD', 1000],
    ['10.5', 'USD', 1050],
    ['10.50', 'USD', 1050],
    ['1.000', 'USD', 100],
    ['0', 'USD', 0],
    ['0.00', 'USD', 0],
    ['007.10', 'USD', 710],
    ['10.00', 'JPY', 10],
    ['12000', 'KRW', 12_000],
    ['1.234', 'KWD', 1234],
    ['1.2340', 'KWD', 1234],
    [19.99, 'USD', 1999],
    [0, 'USD', 0],
    [-0, 'USD', 0],
    ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
  ])('reads %j %s as %i minor units', (value, code, expected) => {
    expect(parseAmount(value, code)).toBe(expected)
  })

  it.each([
    ['-1', 'USD'],
    [-0.01, 'USD'],
    ['-0.00', 'USD'],
    ['+1', 'USD'],
    ['example string', 'USD'],
    ['NaN', 'USD'],
    [Number.NaN, 'USD'],
    ['Infinity', 'USD'],
    [Number.POSITIVE_INFINITY, 'USD'],
    ['1e3', 'USD'],
    [1e21, 'USD'],
    [1e-7, 'USD'],
    ['10.50', 'JPY'],
    ['1.001', 'USD'],
    ['1.2345', 'KWD'],
    ['1,000.00', 'USD'],
    ['1.234,50', 'EUR'],
    ['10.', 'USD'],
    ['.5', 'USD'],
    ['0x10', 'USD'],
    ['١٢', 'USD'],
    ['$5', 'USD'],
    [' 5', 'USD'],
    ['', 'USD'],
    ['90071992547409.92', 'USD'],
    ['9'.repeat(31), 'USD'],
    [null, 'USD'],
    [undefined, 'USD'],
    [true, 'USD'],
    [['10'], 'USD'],
    [{}, 'USD'],
  ])('refuses %j %s', (value, code) => {
    expect(parseAmount(value, code)).toBeNull()
  })

  it('reads back every amount it wrote, in every kind of currency', () => {
    fc.assert(fc.property(minor, currency, (amount, code) => parseAmount(formatDecimal(amount, code), code) === amount))
  })

  it('gives a whole number ≥ 0 or null for anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), currency, (value, code) => {
        const amount = parseAmount(value, code)
        return amount === null || (Number.isSafeInteger(amount) && amount >= 0)
      }),
    )
  })
})

describe('formatMoney', () => {
  it.each([
    [1050, 'USD', 'en', '$10.50'],
    [0, 'USD', 'en', '$0.00'],
    [12_000, 'KRW', 'ko', '₩12,000'],
    [10, 'JPY', 'en', '¥10'],
    [1234, 'KWD', 'en', 'KWD 1.234'],
    [1050, 'EUR', 'de', '10,50 €'],
    [1000, 'IQD', 'en', 'IQD 1.000'],
    [250_000, 'CLF', 'en', 'CLF 25.0000'],
    [1050, 'USD', 'en_US', '$10.50'],
    [1050, 'USD', '', '$10.50'],
    [1050, 'USD', 'C', '$10.50'],
    [1050, 'USD', 'example string', '$10.50'],
    [Number.MAX_SAFE_INTEGER, 'USD', 'en', '$90,071,992,547,409.91'],
  ])('writes %i %s in %s as %s', (...[amountMinor, code, locale, expected]) => {
    expect(formatMoney({ amountMinor, currency: code }, locale).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(expected)
  })

  it.each([
    [-1, 'USD'],
    [1.5, 'USD'],
    [Number.NaN, 'USD'],
    [1, 'example string'],
  ])('refuses %d %s instead of showing nonsense', (amountMinor, code) => {
    expect(() => formatMoney({ amountMinor, currency: code })).toThrow(
      expect.objectContaining({ code: 'money.invalid' }),
    )
  })
})

describe('currencySchema', () => {
  it('takes three letters, raised', () => {
    expect(currencySchema.parse('usd')).toBe('USD')
    expect(currencySchema.safeParse('example string').success).toBe(false)
  })

  it('knows currencies with 0, 2, 3 and 4 decimals', () => {
    expect(['KRW', 'USD', 'IQD', 'CLF'].map((code) => currencyExponent(code))).toEqual([0, 2, 3, 4])
  })
})
