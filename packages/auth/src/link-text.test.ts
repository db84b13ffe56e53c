import { expect, test } from 'vitest'
import { withoutTrimmings } from './link-text.ts'

test.each(['.', ')', '>', ',', '=', '%3D', '%3d', ').', '=%3D>,'])('what a mail program adds is dropped: %s', (end) => {
  expect(withoutTrimmings(`Ab3-_${end}`)).toBe('Ab3-_')
})

test('a text that is too long for a code is not looked at', () => {
  const text = `Ab3${'.'.repeat(300)}`
  expect(withoutTrimmings(text)).toBe(text)
})
