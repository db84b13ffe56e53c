import { expect, test } from 'vitest'
import { isComposing } from './is-composing.ts'

test('a key of an input method is known by the browser’s event, by React’s and by its code alone', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isComposing({ nativeEvent: { isComposing: true }, keyCode: 27 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
})

test('any other key is none', () => {
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
  expect(isComposing({ nativeEvent: { isComposing: false }, keyCode: 27 })).toBe(false)
})
