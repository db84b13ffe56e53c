import type { ErrorCode } from '@afterword/errors'
import { isRating } from './rating.ts'
import { type ReviewContent, reviewLimits } from './rules.ts'
import { toTrimmedText } from '../primitives/storable-text.ts'

/** What stands in a review's form, as it was typed; null where no star was chosen. */
export interface TypedReview {
  readonly rating: number | null
  readonly title: string
  readonly body: string
  readonly authorName: string
}
export type ReviewField = keyof TypedReview

/** Field → error code. */
export type ReviewFieldErrors = Partial<Record<ReviewField, ErrorCode>>

/** Characters as Unicode counts them (code points), not UTF-16 units. */
const lengthOf = (text: string): number => Array.from(text).length
const orAbsent = (text: string): string | undefined => (text === '' ? undefined : text)

/**
 * Checks a typed review as `reviewContentSchema` does, without the schema library, which would weigh
 * more than the rest of the customer's page. A property test holds the two together.
 *
 * @returns the content as it would be stored, or the error code of each field that is refused.
 */
export const checkReviewContent = (typed: TypedReview): { content: ReviewContent } | { errors: ReviewFieldErrors } => {
  const { rating } = typed
  const [title, body, authorName] = [
    toTrimmedText(typed.title),
    toTrimmedText(typed.body),
    toTrimmedText(typed.authorName),
  ]
  const errors: ReviewFieldErrors = {}
  if (!isRating(rating)) errors.rating = 'review.rating_required'
  if (lengthOf(title) > reviewLimits.titleLength) errors.title = 'review.title_too_long'
  if (body === '') errors.body = 'review.body_required'
  if (lengthOf(body) > reviewLimits.bodyLength) errors.body = 'review.body_too_long'
  if (lengthOf(authorName) > reviewLimits.authorNameLength) errors.authorName = 'review.author_name_too_long'
  if (!isRating(rating) || Object.keys(errors).length > 0) return { errors }
  return { content: { rating, title: orAbsent(title), body, authorName: orAbsent(authorName) } }
}
