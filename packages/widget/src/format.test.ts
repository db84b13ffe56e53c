import { expect, test } from 'vitest'
import { listSearch } from './api.ts'
import { contrast, parseColor, readableAccent } from './contrast.ts'
import { formatMoney, percentOff, starsPercent } from './format.ts'

test('stars are filled exactly: 4.76 is not drawn as 5', () => {
  expect(starsPercent(4.76)).toBe(95.2)
  expect(starsPercent(0)).toBe(0)
  expect(starsPercent(5)).toBe(100)
  expect(starsPercent(99)).toBe(100)
})

test('amounts have the decimals of their currency', () => {
  expect(formatMoney({ amountMinor: 4900, currency: 'EUR' }, 'en')).toBe('€49.00')
  expect(formatMoney({ amountMinor: 4900, currency: 'JPY' }, 'en')).toBe('¥4,900')
  expect(formatMoney({ amountMinor: 4900, currency: 'KWD' }, 'en')).toMatch(/4\.900$/)
})

test('a discount is a whole percent or nothing, never infinite', () => {
  expect(percentOff(4900, 6900)).toBe(28)
  for (const before of [0, 4900, 100, -1]) expect(percentOff(4900, before)).toBeNull()
  expect(percentOff(0, 0)).toBeNull()
})

test('any accent is readable on any background', () => {
  for (const accent of ['#ffffff', '#000000', '#2f5d50', '#ffe600']) {
    for (const background of ['#ffffff', '#000000', '#808080', '#fff8e1']) {
      const [color, behind] = [parseColor(accent), parseColor(background)]
      if (color === null || behind === null) throw new Error('not a colour')
      const readable = parseColor(readableAccent(color, behind, 3))
      expect(readable === null ? 0 : contrast(readable, behind), `${accent} on ${background}`).toBeGreaterThanOrEqual(3)
    }
  }
})

test('a page of reviews is asked for by key, and only with the filter that is on', () => {
  expect(listSearch({ sort: 'lowest', rating: null, cursor: null, limit: 5 })).toBe('sort=lowest&limit=5')
  expect(listSearch({ sort: 'newest', rating: 2, cursor: 'a b', limit: 5 })).toBe(
    'sort=newest&limit=5&rating=2&cursor=a+b',
  )
})
