import { expect, test } from 'vitest'
import { addCounts, countPlaywright, countVitest } from './counts.ts'

test('a flaky browser test and an error outside of tests count as failed', () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 0 }, errors: [{}] }
  expect(countPlaywright(report)).toEqual({ passed: 4, failed: 4, skipped: 0 })
})

test('a test file that cannot be loaded counts as failed although no test of it ran', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 1 }
  expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

test('a report of another shape is refused, not counted as nothing', () => {
  expect(() => countVitest({})).toThrow()
})

test('counts add up', () => {
  expect(
    addCounts([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 0, skipped: 0 },
    ]),
  ).toEqual({
    passed: 11,
    failed: 2,
    skipped: 3,
  })
})
