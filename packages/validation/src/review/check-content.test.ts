import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkReviewContent, type TypedReview } from './check-content.ts'
import { reviewContentSchema } from './schema.ts'
import { reviewLimits } from './rules.ts'

/** What the schema says, in the same shape. */
const askSchema = (typed: TypedReview) => {
  const result = reviewContentSchema.safeParse({ ...typed, rating: typed.rating ?? undefined })
  if (result.success) return { content: result.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of result.error.issues) errors[String(path[0])] ??= message
  return { errors }
}

const letters = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\0',
    '\uD800',
    '가',
    '😀',
    '\u0301',
    '\r',
    '\u00AD',
    '\u3164',
    '\u202E',
    '\u2028',
    'é',
  ),
  maxLength: 8,
})
/** Short texts, blank ones, and those at and past a limit. */
const textUpTo = (limit: number) =>
  fc.oneof(
    letters,
    fc.tuple(letters, fc.integer({ min: limit - 2, max: limit + 2 }), letters).map(([before, length, after]) => {
      return `${before}${'x'.repeat(length)}${after}`
    }),
  )

test('the form refuses and stores exactly what the schema does', () => {
  fc.assert(
    fc.property(
      fc.record({
        rating: fc.oneof(fc.constantFrom(null, 0, 1, 5, 6, 2.5, Number.NaN), fc.integer({ min: -1, max: 7 })),
        title: textUpTo(reviewLimits.titleLength),
        body: textUpTo(reviewLimits.bodyLength),
        authorName: textUpTo(reviewLimits.authorNameLength),
      }),
      (typed) => {
        expect(checkReviewContent(typed)).toEqual(askSchema(typed))
      },
    ),
    { numRuns: 500 },
  )
})
