import { expect, test } from 'vitest'
import { findDocuments, isThere, namedPaths } from './named-paths.ts'

test('every path that a document names is there', () => {
  const named = findDocuments().flatMap((document) => namedPaths(document))
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((each) => !isThere(each))).toEqual([])
})

test('a path that is gone is found, in backticks, in a link and in a package’s README', () => {
  const text = 'See `apps/api/src/nothing.ts`, [that](gone.md#part), `src/gone.ts` and `packages/{a,b}`.'
  const found = namedPaths('packages/auth/README.md', text).filter((each) => !isThere(each))
  expect(found.map(({ path }) => path)).toEqual([
    'apps/api/src/nothing.ts',
    'packages/auth/gone.md',
    'packages/auth/src/gone.ts',
  ])
})
