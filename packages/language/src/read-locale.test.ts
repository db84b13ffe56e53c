import { expect, test } from 'vitest'
import { firstLocale, readLocale } from './read-locale.ts'

test.each([
  ['en_US', 'en-US'],
  ['ko_KR.UTF-8', 'ko-KR'],
  ['de_DE@euro', 'de-DE'],
  [' pt-br ', 'pt-BR'],
  ['zh_Hant_TW', 'zh-Hant-TW'],
  ['KO', 'ko'],
  ['ar-u-nu-latn', 'ar-u-nu-latn'],
])('%s is read as %s', (text, locale) => {
  expect(readLocale(text)).toBe(locale)
})

test.each(['', ' ', 'C', 'POSIX', 'C.UTF-8', 'english', 'xx', 'en us', '-', 'ko-', '\0', '<b>', null, undefined])(
  '%j is no language, and nothing throws',
  (text) => {
    expect(readLocale(text)).toBeNull()
  },
)

test('the first that can be read is taken', () => {
  expect(firstLocale([null, '', 'C', 'fr_CA', 'ko'])).toBe('fr-CA')
  expect(firstLocale([undefined, '-'])).toBeNull()
  expect(firstLocale([])).toBeNull()
})
