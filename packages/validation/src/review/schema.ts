import type { ErrorCode } from '@afterword/errors'
import { z } from 'zod'
import { highestRating, lowestRating } from './rating.ts'
import { rejectReasons, type ReviewContent, reviewLimits, reviewStatuses } from './rules.ts'
import { trimmedTextSchema } from '../primitives/text.ts'

export type { RejectReason, ReviewContent, ReviewStatus } from './rules.ts'

/** A schema's message is an error code, so that form, procedure and mail say the same. */
const code = (value: ErrorCode): ErrorCode => value

export const ratingSchema = z
  .int({ error: code('review.rating_required') })
  .min(lowestRating, code('review.rating_required'))
  .max(highestRating, code('review.rating_required'))

/** Optional text: trimmed, and absent when nothing to see is left. */
const optionalLine = (maxLength: number, tooLong: ErrorCode) =>
  trimmedTextSchema()
    .max(maxLength, tooLong)
    .transform((text) => (text === '' ? undefined : text))
    .optional()

/** What a customer writes about one item; `checkReviewContent` says the same without a schema. */
export const reviewContentSchema = z.object({
  rating: ratingSchema,
  title: optionalLine(reviewLimits.titleLength, code('review.title_too_long')),
  body: trimmedTextSchema({ error: code('review.body_required') })
    .min(1, code('review.body_required'))
    .max(reviewLimits.bodyLength, code('review.body_too_long')),
  authorName: optionalLine(reviewLimits.authorNameLength, code('review.author_name_too_long')),
}) satisfies z.ZodType<ReviewContent>

export const reviewStatusSchema = z.enum(reviewStatuses)
export const rejectReasonSchema = z.enum(rejectReasons)

export const replySchema = trimmedTextSchema({ error: code('review.reply_required') })
  .min(1, code('review.reply_required'))
  .max(reviewLimits.replyLength, code('review.reply_too_long'))
