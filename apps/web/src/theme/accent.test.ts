import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastRatio, readableAccent } from './accent.ts'

const colors = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('any accent is readable on its page and carries readable text, in both themes', () => {
  fc.assert(
    fc.property(colors, (color) => {
      const { light, dark } = readableAccent(color)
      expect(contrastRatio(light.text, '#ffffff')).toBeGreaterThanOrEqual(4.5)
      expect(contrastRatio(light.text, '#f3f1ed')).toBeGreaterThanOrEqual(4.5)
      expect(contrastRatio(dark.text, '#1d1c19')).toBeGreaterThanOrEqual(4.5)
      expect(contrastRatio(dark.text, '#11100e')).toBeGreaterThanOrEqual(4.5)
      for (const theme of [light, dark]) expect(contrastRatio(theme.ink, theme.accent)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('a colour that is readable already is left as it is', () => {
  expect(readableAccent('#17594a').light.accent).toBe('#17594a')
})

test('pale yellow is darkened on a light page and kept on a dark one', () => {
  const { light, dark } = readableAccent('#ffe680')
  expect(light.accent).not.toBe('#ffe680')
  expect(dark.accent).toBe('#ffe680')
})

test('what is no colour gives the own accent', () => {
  expect(readableAccent('red')).toEqual(readableAccent('#17594a'))
  expect(readableAccent('')).toEqual(readableAccent('#17594a'))
})

test('contrast follows the definition: 21 for black on white, 1 for a colour on itself', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrastRatio('#777777', '#777777')).toBe(1)
})
