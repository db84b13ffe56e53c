import { expect, test } from 'vitest'
import { describeSlowest, timePlaywright, timeVitest } from './slowest.ts'

const vitestReport = {
  testResults: [
    {
      name: '/checkout/packages/a/src/b.db.test.ts',
      assertionResults: [
        { fullName: 'a verb writes once', duration: 1_240 },
        { fullName: 'a verb is skipped', duration: null },
        { fullName: 'a verb is marked' },
      ],
    },
    { name: '/checkout/packages/a/src/b.test.ts', assertionResults: [{ fullName: 'a rule', duration: 3 }] },
  ],
}
const spec = (title: string, ...durations: number[]) => ({
  title,
  file: 'customer/page.spec.ts',
  tests: [{ results: durations.map((duration) => ({ duration })) }],
})
const playwrightReport = {
  suites: [{ specs: [spec('short', 900)], suites: [{ specs: [spec('long', 12_000, 500)], suites: [] }] }],
}

test('the slowest of each kind are listed apart, slowest first, with seconds and files', () => {
  const tests = [...timeVitest(vitestReport, '/checkout'), ...timePlaywright(playwrightReport)]
  expect(describeSlowest(tests)).toBe(
    [
      'Slowest unit tests (1 of 1):',
      '    0.0 s  packages/a/src/b.test.ts  a rule',
      '',
      'Slowest database tests (1 of 1):',
      '    1.2 s  packages/a/src/b.db.test.ts  a verb writes once',
      '',
      'Slowest browser tests (2 of 2):',
      '   12.5 s  e2e/customer/page.spec.ts  long',
      '    0.9 s  e2e/customer/page.spec.ts  short',
    ].join('\n'),
  )
})

test('twenty of each kind are listed, however many there are', () => {
  const many = Array.from({ length: 50 }, (_, index) => spec(`test ${index}`, index * 1_000))
  const lines = describeSlowest(timePlaywright({ suites: [{ specs: many }] })).split('\n')
  expect(lines).toHaveLength(21)
  expect(lines[0]).toBe('Slowest browser tests (20 of 50):')
  expect(lines[1]).toContain('49.0 s')
})

test('a report of another shape is refused, and one without tests lists nothing', () => {
  expect(() => timeVitest({}, '/checkout')).toThrow()
  expect(() => timePlaywright({})).toThrow()
  expect(describeSlowest(timePlaywright({ suites: [] }))).toBe('')
})
