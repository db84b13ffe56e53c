import { expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { mostGrowth, worstGrowth } from './expression-cost.ts'
import { findExpressions, findExpressionsIn } from './find-expressions.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('no regular expression of the product takes four times as long for twice the text', () => {
  const expressions = findExpressions(root)
  expect(expressions.length).toBeGreaterThan(100)
  const slow = expressions
    .map(({ place, pattern }) => ({ place, ...worstGrowth(pattern) }))
    .filter(({ growth }) => growth > mostGrowth)
  expect(slow).toEqual([])
})

test.each([
  ['what once read link codes', String.raw`/(?:[.)>,=]|%3D)+$/i`],
  ['slashes at the end', String.raw`/\/+$/`],
  ['an address in running text', String.raw`/[^\s@]+@[^\s@]+/g`],
])('a quadratic expression is found: %s', (_name, source) => {
  const [found] = findExpressionsIn('planted.ts', `export const planted = ${source}`)
  expect(found?.place).toBe('planted.ts:1')
  expect(worstGrowth(found?.pattern ?? /never/).growth).toBeGreaterThan(mostGrowth)
})
