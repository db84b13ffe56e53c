import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reviewContentSchema, replySchema } from './review.ts'
import { textSchema, toStorableText } from './text.ts'

test('text leaves without NUL and without lone surrogates, and is otherwise as it came', () => {
  expect(toStorableText('a\0b')).toBe('ab')
  expect(toStorableText('a\uD800b')).toBe('a\uFFFDb')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0') && text.isWellFormed())
      expect(textSchema().parse(text)).toBe(text)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const stored = textSchema().parse(text)
      expect(stored.isWellFormed() && !stored.includes('\0')).toBe(true)
    }),
  )
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
