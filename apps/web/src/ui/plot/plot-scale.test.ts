import { expect, test } from 'vitest'
import { axisEnd, formatMs, linePath, scaleTo, placeName } from './plot-scale.ts'

test('an axis ends with a round number at or above the largest value', () => {
  expect([0, 0.3, 1, 7, 40, 51, 100, 2_100, 99_999].map(axisEnd)).toEqual([1, 0.5, 1, 10, 50, 100, 100, 5_000, 100_000])
})

test('a line has a gap where nothing was measured, and a single minute is still a point', () => {
  const points = [
    { x: 0, y: 1 },
    { x: 1, y: 2 },
    { x: 2, y: null },
    { x: 3, y: 3 },
  ]
  expect(linePath(points)).toBe('M0.0 1.0h0L1.0 2.0M3.0 3.0h0')
})

test('a window of one moment divides by nothing', () => {
  expect(scaleTo(5, [5, 5], 100)).toBe(0)
  expect(scaleTo(7.5, [5, 10], 100)).toBe(50)
})

test('milliseconds turn into seconds where people would, and no line breaks before the unit', () => {
  expect([0.4, 31, 999, 1_000, 2_140].map(formatMs)).toEqual([
    '0\u00A0ms',
    '31\u00A0ms',
    '999\u00A0ms',
    '1\u00A0s',
    '2.1\u00A0s',
  ])
})

test.each([300, 720])('the name of a mark never runs out of a plot that is %i wide', (right) => {
  const name = 'daily review requests'
  const length = name.length * 6.5
  for (let markX = 52; markX <= right; markX += 1) {
    const { x, textAnchor } = placeName({ right }, markX, name)
    const [from, until] = textAnchor === 'start' ? [x, x + length] : [x - length, x]
    expect([markX, from >= 0, until <= right]).toEqual([markX, true, true])
  }
})
