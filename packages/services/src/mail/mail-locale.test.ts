import { expect, test } from 'vitest'
import { chooseMailLocale } from './mail-locale.ts'

test('the first known locale decides the language', () => {
  expect(chooseMailLocale('ko', 'en', 'en')).toBe('ko')
  expect(chooseMailLocale(null, 'ko-KR', 'en')).toBe('ko')
  expect(chooseMailLocale('en_GB', 'ko', 'ko')).toBe('en')
  expect(chooseMailLocale('', null, 'KO_kr')).toBe('ko')
})

test('a language without texts is answered in English, also when its name begins alike', () => {
  expect(chooseMailLocale('fr-CA', null, 'ko')).toBe('en')
  expect(chooseMailLocale('kok', null, 'ko')).toBe('en')
  expect(chooseMailLocale(null, null, null)).toBe('en')
})
