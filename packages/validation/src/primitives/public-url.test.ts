import { expect, test } from 'vitest'
import { withoutClosingSlashes } from './public-url.ts'

test.each([
  ['https://reviews.example.com', 'https://reviews.example.com'],
  ['https://reviews.example.com/', 'https://reviews.example.com'],
  ['https://example.com/reviews///', 'https://example.com/reviews'],
])('%s becomes %s: a path can be appended', (url, expected) => {
  expect(withoutClosingSlashes(url)).toBe(expected)
})
