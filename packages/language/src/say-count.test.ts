import { expect, test } from 'vitest'
import { englishTexts } from './catalogue.ts'
import { sayCount } from './say-count.ts'

const texts = englishTexts({
  reviews: { one: '1 review', other: '{count} reviews' },
  ofShop: { one: '1 review of {shop}', other: '{count} reviews of {shop}' },
} as const)

test('a number chooses the form of its text, and is written as its readers write it', () => {
  expect([0, 1, 2, 1_200].map((count) => sayCount(texts.reviews, { count }, texts))).toEqual([
    '0 reviews',
    '1 review',
    '2 reviews',
    '1,200 reviews',
  ])
})

test('the other places of a counted text are filled too', () => {
  expect(sayCount(texts.ofShop, { count: 1, shop: 'Halm' }, texts)).toBe('1 review of Halm')
  expect(sayCount(texts.ofShop, { count: 2, shop: 'Halm' }, texts)).toBe('2 reviews of Halm')
})
