import { expect, expectTypeOf, test } from 'vitest'
import { englishTexts, textsByLanguage } from './catalogue.ts'
import { fillPlaces, formOf, say, type Template, type Translation } from './text.ts'

const en = {
  send: 'Send',
  stars: '{rating} of 5 stars',
  thanks: 'Thank you, {name}. {name}!',
  reviews: { one: '1 review', other: '{count} reviews' },
  errors: { 'review.missing': 'Gone', away: '{shop} is away' },
} as const
const ko = {
  send: '보내기',
  stars: '별 5개 중 {rating}개',
  thanks: '{name}님, 고맙습니다. {name}!',
  reviews: { other: '리뷰 {count}개' },
  errors: { 'review.missing': '없음', away: '{shop} 없음' },
} satisfies Translation<typeof en, 'ko'>
const texts = textsByLanguage(en, { ko })

test('a text is filled, at every place of a name', () => {
  expect(say(texts.en.stars, { rating: 4 })).toBe('4 of 5 stars')
  expect(say(texts.ko.stars, { rating: 4 })).toBe('별 5개 중 4개')
  expect(say(texts.en.thanks, { name: 'Mina' })).toBe('Thank you, Mina. Mina!')
  expect(say(texts.ko.errors.away, { shop: 'Hearth' })).toBe('Hearth 없음')
})

test('a value is text and nothing else, whatever it holds', () => {
  for (const name of ['{name}', '$&', '$1', '{', '</b>', '\\', '{constructor}'])
    expect(say(texts.en.thanks, { name })).toBe(`Thank you, ${name}. ${name}!`)
})

test('what is no text is put in as it is, in its place', () => {
  const link = { href: '/moon-jar' }
  expect(fillPlaces(texts.en.thanks, { name: link })).toEqual(['Thank you, ', link, '. ', link, '!'])
  expect(fillPlaces(texts.ko.errors.away, { shop: link })).toEqual(['', link, ' 없음'])
})

test.each([
  ['en', 0, '0 reviews'],
  ['en', 1, '1 review'],
  ['en', 2, '2 reviews'],
  ['en', 1.5, '1.5 reviews'],
  ['ko', 1, '리뷰 1개'],
  ['ko', 2, '리뷰 2개'],
] as const)('a counted text takes the form of its language: %s %s', (language, count, text) => {
  expect(say(formOf(texts[language].reviews, count, language), { count })).toBe(text)
})

test('texts know their language, and are data that a server can hand on', () => {
  expect(texts.ko.language).toBe('ko')
  expect(englishTexts(en).language).toBe('en')
  expect(JSON.parse(JSON.stringify(texts.ko))).toEqual(texts.ko)
})

test('a text with places is no string, and its places are known by name', () => {
  expectTypeOf(texts.en.send).toEqualTypeOf<string>()
  expectTypeOf(texts.en.stars).toEqualTypeOf<Template<'rating'>>()
  expectTypeOf(texts.en.stars).not.toExtend<string>()
  expectTypeOf(say<'rating'>)
    .parameter(1)
    .toEqualTypeOf<Readonly<Record<'rating', string | number>>>()
  // @ts-expect-error -- a place is left empty
  say(texts.en.stars, {})
  // @ts-expect-error -- a name that the text does not have
  say(texts.en.stars, { rating: 4, shop: 'Hearth' })
  // @ts-expect-error -- a counted text is asked for its form first
  expect(() => say(texts.en.reviews, { count: 1 })).toThrow(TypeError)
})

test('a text that is missing or left over in another language does not compile', () => {
  const full = { ...ko }
  // @ts-expect-error -- a text is missing
  textsByLanguage(en, { ko: { ...full, send: undefined } })
  // @ts-expect-error -- a counted text lacks its form
  textsByLanguage(en, { ko: { ...full, reviews: {} } })
  // @ts-expect-error -- English has no such text
  expect({ ...full, extra: '추가' } satisfies Translation<typeof en, 'ko'>).toHaveProperty('extra')
  // @ts-expect-error -- Korean has no such form
  expect({ one: '리뷰', other: '리뷰' } satisfies Translation<(typeof en)['reviews'], 'ko'>).toHaveProperty('one')
})
