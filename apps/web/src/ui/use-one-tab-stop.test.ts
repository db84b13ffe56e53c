import { expect, test } from 'vitest'
import { stopAfter } from './use-one-tab-stop.ts'

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 4, 3],
  ['ArrowUp', 0, 0],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['j', 1, null],
  ['Tab', 1, null],
])('%s at row %i of five goes to %s', (key, at, next) => {
  expect(stopAfter(key, at, 5)).toBe(next)
})
