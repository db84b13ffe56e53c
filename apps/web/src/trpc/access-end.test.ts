import { expect, test } from 'vitest'
import { readAccessEnd } from './access-end.ts'

test('the end of the access token is read among other cookies', () => {
  expect(readAccessEnd('at_exp=1790000000')).toBe(1_790_000_000)
  expect(readAccessEnd('a=1; at_exp=1790000000; b=2')).toBe(1_790_000_000)
})

test('a missing, foreign or broken marker is no marker', () => {
  for (const cookies of ['', 'at=1', 'xat_exp=12', 'at_exp=', 'at_exp=soon', 'at_exp=12.5', 'b="at_exp=1"']) {
    expect(readAccessEnd(cookies), cookies).toBeNull()
  }
})
