import { expect, test, vi } from 'vitest'
import { languageForReader, languageOfFirst } from './choose-language.ts'
import { languageOf } from './language-of.ts'

test.each([
  ['ko', 'ko'],
  ['KO', 'ko'],
  ['ko-KR', 'ko'],
  ['ko_KR.UTF-8', 'ko'],
  [' ko-Kore-KR ', 'ko'],
  ['en_US', 'en'],
  ['en-GB-oxendict', 'en'],
  // Konkani begins like Korean, and Middle English like English.
  ['kok', null],
  ['kok-IN', null],
  ['enm', null],
  ['fr', null],
  ['C', null],
  ['', null],
  ['ko-', null],
  ['korean', null],
  ['constructor', null],
  [null, null],
  [undefined, null],
])('the language of %j is %j', (locale, language) => {
  expect(languageOf(locale)).toBe(language)
})

test.each([
  [['ko', 'en', 'en'], 'ko'],
  [[null, 'ko-KR', 'en'], 'ko'],
  [['en_GB', 'ko', 'ko'], 'en'],
  [['', null, 'KO_kr'], 'ko'],
  // The same language by its longer name.
  [['kor', 'en'], 'ko'],
  // A language without texts is answered in English, not in the shop's.
  [['fr-CA', null, 'ko'], 'en'],
  [['kok', null, 'ko'], 'en'],
  // What is no locale is not known.
  [['C', 'POSIX', 'ko'], 'ko'],
  [['-', ' ', 'ko_KR'], 'ko'],
  [[null, undefined, null], 'en'],
  [[], 'en'],
])('among %j the first known locale decides: %s', (locales, language) => {
  expect(languageOfFirst(...locales)).toBe(language)
})

test.each([
  ['ko-KR,ko;q=0.9,en;q=0.8', 'en', 'ko'],
  ['en-GB', 'ko', 'en'],
  // A language that we do not speak gives way to the next, then to the shop's, then to English.
  ['fr, ko;q=0.8', 'en', 'ko'],
  ['fr, ko;q=0.5, en;q=0.4', 'en', 'ko'],
  ['kok', 'en', 'en'],
  ['kok', 'ko', 'ko'],
  ['fr', 'ko-KR', 'ko'],
  [null, 'ko_KR', 'ko'],
  [null, 'de', 'en'],
  [null, 'kor', 'ko'],
  [undefined, null, 'en'],
  ['', undefined, 'en'],
  // Weights decide before the order, the order before ours.
  ['en;q=0.2,ko;q=0.9', null, 'ko'],
  ['en;q=0.2, ko-KR;Q=0.90 ', null, 'ko'],
  ['ko, en', 'en', 'ko'],
  ['en, ko', 'ko', 'en'],
  ['en;q=0.5, ko;q=7', null, 'ko'],
  ['en;q=0.5, ko;q=x', null, 'ko'],
  // A weight of 0 refuses, and so beats the shop.
  ['ko;q=0', 'en', 'en'],
  ['ko;q=0', 'ko', 'en'],
  ['ko;q=0.000, fr', 'ko', 'en'],
  ['en;q=0', null, 'ko'],
  ['en;q=0, ko;q=0', 'ko', 'ko'],
  // Whatever is not named is left to us.
  ['*', 'ko', 'ko'],
  ['*', null, 'en'],
  ['fr, *;q=0.1', 'ko', 'ko'],
  ['ko;q=0.1, *;q=0.5', 'ko', 'en'],
  ['ko, *;q=0.5', 'en', 'ko'],
  ['ko;q=0.5, *;q=0', 'en', 'ko'],
  ['fr, *;q=0', 'ko', 'ko'],
  // Nonsense changes nothing.
  ['*, ;;;q=x', 'ko', 'ko'],
  [',,;,-,ko-', 'ko', 'ko'],
])('who asks for %j in a shop of %j reads %s', (header, shop, language) => {
  expect(languageForReader(header, shop)).toBe(language)
})

test.each([
  ['commas', ','.repeat(100_000)],
  ['ranges that are none', '-,'.repeat(50_000)],
  ['ranges', 'zh-Hant-TW;q=0.1,'.repeat(6_000)],
  ['one long range', 'a'.repeat(100_000)],
  ['one long tag', 'ko-a'.repeat(25_000)],
  ['parameters', `fi${';'.repeat(100_000)}`],
  ['one long weight', `fi;q=${'1'.repeat(100_000)}`],
  ['spaces', ' '.repeat(100_000)],
])('a header of %s asks Intl nothing, and leaves the choice to the shop', (_name, header) => {
  const asked = vi.spyOn(Intl.NumberFormat, 'supportedLocalesOf')
  expect(languageForReader(header, 'ko')).toBe('ko')
  expect(asked.mock.calls).toEqual([['ko']])
  asked.mockRestore()
})

test('what stands behind the first thirty-two ranges of a header is not read', () => {
  expect(languageForReader(`${'fi,'.repeat(31)}ko`, 'en')).toBe('ko')
  expect(languageForReader(`${'fi,'.repeat(32)}ko`, 'en')).toBe('en')
})
