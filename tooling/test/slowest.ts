import path from 'node:path'
import { z } from 'zod'

export interface TimedTest {
  readonly kind: 'unit' | 'database' | 'browser'
  /** From the checkout's root. */
  readonly file: string
  readonly title: string
  readonly seconds: number
}

const kinds = ['unit', 'database', 'browser'] as const
const shown = 20

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), duration: z.number().nullish() })),
    }),
  ),
})

/** Every test of vitest's JSON report that ran. @param root  The checkout. */
export const timeVitest = (report: unknown, root: string): TimedTest[] =>
  vitestSchema.parse(report).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ fullName, duration }): TimedTest[] => {
      if (duration == null) return []
      const kind = name.endsWith('.db.test.ts') ? 'database' : 'unit'
      return [{ kind, file: path.relative(root, name), title: fullName, seconds: duration / 1_000 }]
    }),
  )

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })),
})
interface Suite {
  readonly specs: z.output<typeof specSchema>[]
  readonly suites?: Suite[] | undefined
}
const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional()
  },
})
const playwrightSchema = z.object({ suites: z.array(suiteSchema) })

const specsOf = ({ specs, suites = [] }: Suite): z.output<typeof specSchema>[] => [...specs, ...suites.flatMap(specsOf)]

/** Every test of Playwright's JSON report, its tries taken together. */
export const timePlaywright = (report: unknown): TimedTest[] =>
  playwrightSchema
    .parse(report)
    .suites.flatMap(specsOf)
    .map(({ title, file, tests }) => {
      const durations = tests.flatMap(({ results }) => results.map(({ duration }) => duration))
      const seconds = durations.reduce((sum, duration) => sum + duration, 0) / 1_000
      return { kind: 'browser', file: path.posix.join('e2e', file), title, seconds }
    })

/** The twenty slowest of each kind, slowest first, one to a line. */
export const describeSlowest = (tests: readonly TimedTest[]): string =>
  kinds
    .flatMap((kind) => {
      const ofKind = tests.filter((test) => test.kind === kind)
      if (ofKind.length === 0) return []
      const slowest = ofKind.toSorted((one, other) => other.seconds - one.seconds).slice(0, shown)
      const lines = slowest.map(({ seconds, file, title }) => `${seconds.toFixed(1).padStart(7)} s  ${file}  ${title}`)
      return [[`Slowest ${kind} tests (${slowest.length} of ${ofKind.length}):`, ...lines].join('\n')]
    })
    .join('\n\n')
