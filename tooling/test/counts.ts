import { z } from 'zod'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const addCounts = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, counts) => sum + counts.passed, 0),
  failed: all.reduce((sum, counts) => sum + counts.failed, 0),
  skipped: all.reduce((sum, counts) => sum + counts.skipped, 0),
})

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numFailedTestSuites: z.int(),
})

/** Counts of vitest's JSON report. A file that could not even be loaded counts as one failure. */
export const countVitest = (report: unknown): Counts => {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = vitestSchema.parse(report)
  const failed = numFailedTests === 0 ? Math.min(1, numFailedTestSuites) : numFailedTests
  return { passed: numPassedTests, failed, skipped: numPendingTests }
}

const playwrightSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
})

/** Counts of Playwright's JSON report. A flaky test is a failed one; so is an error outside of tests. */
export const countPlaywright = (report: unknown): Counts => {
  const { stats, errors } = playwrightSchema.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}
