import { expect, test } from 'vitest'
import { readRetryAfter } from './retry-after.ts'

test('a wait is read in seconds, and anything else is no wait', () => {
  for (const text of ['', 'soon', '-1', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
    expect(readRetryAfter(new Headers({ 'retry-after': text }))).toBeNull()
  }
  expect(readRetryAfter(undefined)).toBeNull()
  expect(readRetryAfter(new Headers({ 'retry-after': '90' }))).toBe(90)
})
