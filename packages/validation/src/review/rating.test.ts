import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countRatings, isRating, summariseRatings } from './rating.ts'

const averageOf = (given: readonly number[]): number => summariseRatings(countRatings(given)).average

describe('an average', () => {
  test.each([
    [[], 0],
    [[5], 5],
    [[5, 4], 4.5],
    [[5, 5, 4], 4.67],
    [[1, 1, 2], 1.33],
    [[...Array.from({ length: 199 }, () => 5), 4], 5],
    [[...Array.from({ length: 198 }, () => 5), 4, 4], 4.99],
  ])('of %j is %d: rounded to two decimals, half up', (given, average) => {
    expect(averageOf(given)).toBe(average)
  })

  test('lies between the lowest and the highest rating, in whatever order they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (given) => {
        const average = averageOf(given)
        expect(average).toBeGreaterThanOrEqual(Math.min(...given))
        expect(average).toBeLessThanOrEqual(Math.max(...given))
        expect(averageOf(given.toReversed())).toBe(average)
      }),
    )
  })
})

test('each rating is counted in its own row, and what is no rating in none', () => {
  expect(summariseRatings(countRatings([5, 5, 3, 1, 0, 6, 4.5, Number.NaN]))).toEqual({
    average: 3.5,
    count: 4,
    histogram: { '1': 1, '2': 0, '3': 1, '4': 0, '5': 2 },
  })
})

test('only whole numbers from 1 to 5 are ratings', () => {
  expect([1, 2, 3, 4, 5].every(isRating)).toBe(true)
  expect([0, 6, 4.5, '5', null, Number.NaN].some(isRating)).toBe(false)
})
