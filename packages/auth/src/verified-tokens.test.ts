import { expect, test } from 'vitest'
import { createVerifiedTokens } from './verified-tokens.ts'

test('finds what was kept under the same token, and nothing under another', () => {
  const tokens = createVerifiedTokens<string>(2)
  tokens.keep('a.b.c', 'first')
  expect(tokens.find('a.b.c')).toBe('first')
  expect(tokens.find('a.b.d')).toBeUndefined()
})

test('never holds more than it may: the one kept longest goes', () => {
  const tokens = createVerifiedTokens<string>(2)
  for (const token of ['one', 'two', 'three']) tokens.keep(token, token)
  expect(['one', 'two', 'three'].map(tokens.find)).toEqual([undefined, 'two', 'three'])
})
