import { expect, test } from 'vitest'
import { chooseLanguage, customerMessage, dictionaryOf } from './dictionary.ts'

test('the reader’s language wins over the shop’s', () => {
  expect(chooseLanguage('ko-KR,ko;q=0.9,en;q=0.8', 'en')).toBe('ko')
  expect(chooseLanguage('en-GB', 'ko')).toBe('en')
})

test('a language we do not speak falls to the next, then to the shop’s, then to English', () => {
  expect(chooseLanguage('fr, ko;q=0.5, en;q=0.4', 'en')).toBe('ko')
  expect(chooseLanguage('fr', 'ko-KR')).toBe('ko')
  expect(chooseLanguage(null, 'de')).toBe('en')
  expect(chooseLanguage('', null)).toBe('en')
})

test('weights order the header; a weight of 0 refuses a language', () => {
  expect(chooseLanguage('en;q=0.2,ko;q=0.9', null)).toBe('ko')
  expect(chooseLanguage('ko;q=0', 'en')).toBe('en')
  expect(chooseLanguage('*, ;;;q=x', 'ko')).toBe('ko')
})

test('every code a customer can meet has words in both languages; others are called our fault', () => {
  const [en, ko] = [dictionaryOf('en'), dictionaryOf('ko')]
  expect(customerMessage(en, 'review.body_required')).toBe('Please write a few words.')
  expect(customerMessage(ko, 'review.body_required')).toBe('내용을 조금이라도 적어 주세요.')
  expect(customerMessage(en, 'rate.limited', 90)).toBe('Too many attempts. Please try again in 2 minutes.')
  expect(customerMessage(ko, 'rate.limited', 3600)).toBe('시도가 너무 많습니다. 1시간 뒤에 다시 시도해 주세요.')
  expect(customerMessage(ko, 'rate.limited')).toBe(ko.errors['rate.limited'])
  expect(customerMessage(ko, 'constructor')).toBe(ko.errors.internal)
  expect(customerMessage(en, 'widget.settings_invalid')).toBe(en.errors.internal)
})

test('no sentence is left empty or in the other language', () => {
  for (const [key, text] of Object.entries(dictionaryOf('ko'))) {
    if (typeof text === 'string' && key !== 'locale') expect(text, key).toMatch(/\p{Script=Hangul}/u)
  }
})
