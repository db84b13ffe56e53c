import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reviewContentSchema, replySchema } from '../review/schema.ts'
import { toPersonName, toTitle } from './name.ts'
import { textSchema, toStorableText } from './text.ts'

test('text leaves without NUL and without lone surrogates, composed, and is otherwise as it came', () => {
  expect(toStorableText('a\0b')).toBe('ab')
  expect(toStorableText('a\uD800b')).toBe('a\uFFFDb')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const typed = text.normalize('NFC')
      fc.pre(!/[\0\r\v\f\u0085\u2028-\u202E\u2066-\u2069]/.test(typed) && typed.isWellFormed())
      expect(textSchema().parse(typed)).toBe(typed)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const stored = textSchema().parse(text)
      expect(stored.isWellFormed() && !stored.includes('\0')).toBe(true)
      expect(toStorableText(stored)).toBe(stored)
    }),
  )
})

test.each([
  ['line ends of a form without scripts', 'a\r\nb\r\n\r\nc', 'a\nb\n\nc'],
  ['line ends of an old Mac', 'a\rb', 'a\nb'],
  ['line ends of other programs', 'a\u2028b\u2029c\u0085d\ve', 'a\nb\nc\nd\ne'],
  ['a carriage return that something invisible parts from its line feed', 'a\r\0\u202E\nb', 'a\nb'],
  ['letters as a Mac types them', 'Cafe\u0301 \u1112\u1161\u11AB', 'Café 한'],
  ['letters that something invisible parts from their accents', 'e\u202E\u0301', 'é'],
  ['controls that turn the direction', '\u202Eabc\u2066d\u2069\u202C', 'abcd'],
])('%s are brought into the one form', (_title, typed, stored) => {
  expect(toStorableText(typed)).toBe(stored)
})

test('what is counted is the one form: CR LF counts once, and so does a letter typed as two', () => {
  const body = `${'x\r\n'.repeat(49)}${'e\u0301'.repeat(4_900)}`
  const parsed = reviewContentSchema.parse({ rating: 5, body, title: 'e\u0301'.repeat(120) })
  expect([parsed.body.length, parsed.title?.length]).toEqual([4_998, 120])
})

test.each([
  ['soft hyphens', '\u00AD\u00AD'],
  ['Hangul fillers', '\u3164\uFFA0\u115F\u1160'],
  ['blank braille', '\u2800'],
  ['joiners and marks', '\u200B\u200C\u200D\u2060\uFEFF\u200E\u200F\u061C'],
  ['variation selectors and tags', '\uFE0F\u{E0100}\u{E0041}\u180E'],
  ['controls', '\u0001\u001B\u0007'],
  ['invisible operators', '\u2061\u2062\u2063\u2064\u034F'],
])('a text of nothing but %s is empty', (_title, blank) => {
  const message = (result: { error?: { issues: { message: string }[] } | undefined }) =>
    result.error?.issues[0]?.message
  expect(message(reviewContentSchema.safeParse({ rating: 5, body: blank }))).toBe('review.body_required')
  expect(message(replySchema.safeParse(` ${blank}\n`))).toBe('review.reply_required')
  const names = reviewContentSchema.parse({ rating: 5, body: `${blank}.`, title: blank, authorName: blank })
  expect([names.title, names.authorName, names.body]).toEqual([
    undefined,
    undefined,
    toStorableText(`${blank}.`).trim(),
  ])
  expect([toPersonName(blank), toTitle(blank)]).toEqual(['', ''])
})

test.each(['👍', '❤️', '👩‍👩‍👧', '.', '가', '١', 'क्ष', '1️⃣'])('%s alone can be seen', (text) => {
  expect(reviewContentSchema.parse({ rating: 5, body: text }).body).toBe(text)
})

test('a review, or a reply, of nothing but NUL and white space is empty', () => {
  expect(reviewContentSchema.safeParse({ rating: 5, body: ' \0 \n' }).error?.issues[0]?.message).toBe(
    'review.body_required',
  )
  expect(replySchema.safeParse('\0').error?.issues[0]?.message).toBe('review.reply_required')
})

test.each([0, 6, 1.5, -1, '5', null, undefined, Number.NaN, Number.POSITIVE_INFINITY])(
  'a rating of %j is no rating',
  (rating) => {
    expect(reviewContentSchema.safeParse({ rating, body: 'Soft.' }).error?.issues[0]?.message).toBe(
      'review.rating_required',
    )
  },
)

test('each field has its limit, measured after trimming, and its own code', () => {
  const good = { rating: 5, body: 'x'.repeat(5_000), title: ` ${'x'.repeat(120)} `, authorName: 'x'.repeat(80) }
  expect(reviewContentSchema.safeParse(good).success).toBe(true)
  const codeOf = (change: object) => reviewContentSchema.safeParse({ ...good, ...change }).error?.issues[0]?.message
  expect(codeOf({ body: 'x'.repeat(5_001) })).toBe('review.body_too_long')
  expect(codeOf({ title: 'x'.repeat(121) })).toBe('review.title_too_long')
  expect(codeOf({ authorName: 'x'.repeat(81) })).toBe('review.author_name_too_long')
})
