import { describe, expect, test } from 'vitest'
import { checkHabits } from './check-habits.ts'

const spec = 'e2e/planted.spec.ts'
const faultsIn = (text: string, file = spec, sleeping: Record<string, string> = {}): string[] =>
  checkHabits(new Map([[file, text]]), sleeping)
const promised = (timer: string): string => `await new Promise((resolve) => ${timer})`

describe('a test that waits for time to pass is found:', () => {
  test.each([
    ['a promise that a timer ends', promised('setTimeout(resolve, 50)')],
    ['by way of a function', promised('setTimeout(() => resolve(1), ms)')],
    ['in a block', `await new Promise<void>((done) => { globalThis.setTimeout(done, 1) })`],
    ['in the page', `await page.evaluate(async () => ${promised('setTimeout(resolve, 50)')})`],
    ['the browser’s own', 'await page.waitForTimeout(1_000)'],
    ['a function called sleep', 'await sleep(10)'],
    ['of Node', `import { setTimeout } from 'node:timers/promises'\nawait setTimeout(10)`],
    ['of Node by another name', `import { setTimeout as pause } from 'timers/promises'\nawait pause(10)`],
    ['a timer made into a promise', 'const pause = promisify(setTimeout)'],
    ['of Node as a whole', `import timers from 'node:timers/promises'\nawait timers.setTimeout(10)`],
  ])('%s', (_way, text) => {
    const line = text.split('\n').length
    expect(faultsIn(text)).toEqual([`${spec}:${line} waits for time to pass`])
  })

  test('in database tests and what only tests use as well', () => {
    for (const file of ['packages/a/src/b.db.test.ts', 'packages/a/src/testing/b.ts', 'apps/api/src/chaos/b.ts'])
      expect(faultsIn('await sleep(1)', file)).toHaveLength(1)
  })
})

test('a turn of the event loop, a time limit and the product’s own waits are no sleeps of a test', () => {
  expect(faultsIn(promised('setTimeout(resolve)'))).toEqual([])
  expect(faultsIn(`test.setTimeout(9_000)\nconst timer = setTimeout(() => stop(), 10)`)).toEqual([])
  expect(faultsIn('await sleep(1)', 'apps/api/src/retry.ts')).toEqual([])
})

test('a place that may wait is needed: without a sleep in it, it is a fault', () => {
  expect(faultsIn('await sleep(1)', spec, { [spec]: 'a person waits' })).toEqual([])
  expect(faultsIn('await sleep(1)', spec, { 'e2e/': 'a person waits' })).toEqual([])
  expect(faultsIn('await ready()', spec, { 'e2e/': 'a person waits' })).toEqual([
    'e2e/ may wait for time, and does not',
  ])
})

describe('a suppression', () => {
  const [lint, compiler] = ['oxlint-disable', '@ts-']

  test.each([
    ['without a reason', `// ${lint}-next-line no-console`, 'gives no reason (` -- …`)'],
    ['of the compiler without a reason', `// ${compiler}expect-error`, 'gives no reason (` -- …`)'],
    ['of a whole file', `/* ${lint} no-console -- it prints */`, 'silences a rule for a whole file'],
    [
      'that hides more than one error',
      `// ${compiler}ignore -- it is fine`,
      'silences the compiler even when it has nothing to say',
    ],
    ['that forces a type', 'const a = b as never', 'forces a type without saying why in a comment'],
    ['that forces a list of it', 'const a = b as never[]', 'forces a type without saying why in a comment'],
    ['that forces another type', 'const a = b as unknown as string', 'forces a type without saying why in a comment'],
  ])('%s is found', (_kind, text, says) => {
    expect(faultsIn(text, 'apps/api/src/planted.ts')).toEqual([`apps/api/src/planted.ts:1 ${says}`])
  })

  test('with its reason is fine', () => {
    expect(faultsIn(`// ${lint}-next-line no-console -- it prints\nconsole.log(1)`)).toEqual([])
    expect(faultsIn(`// ${compiler}expect-error -- the compiler refuses it too\na.b = 1`)).toEqual([])
    expect(faultsIn('// The driver takes any.\nconst a = b as never')).toEqual([])
  })
})
