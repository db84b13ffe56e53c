import type { ErrorCode } from '@afterword/errors'
import { z } from 'zod'
import { textSchema } from './text.ts'

/** A schema's message is an error code, so that form, procedure and mail say the same. */
const code = (value: ErrorCode): ErrorCode => value

export const reviewLimits = {
  titleLength: 120,
  bodyLength: 5_000,
  authorNameLength: 80,
  replyLength: 2_000,
} as const

export const ratingSchema = z
  .int({ error: code('review.rating_required') })
  .min(1, code('review.rating_required'))
  .max(5, code('review.rating_required'))
export type Rating = z.infer<typeof ratingSchema>

/** Optional text of one line: trimmed, and absent when nothing is left. */
const optionalLine = (maxLength: number, tooLong: ErrorCode) =>
  textSchema()
    .trim()
    .max(maxLength, tooLong)
    .transform((text) => (text === '' ? undefined : text))
    .optional()

/** What a customer writes about one item. */
export const reviewContentSchema = z.object({
  rating: ratingSchema,
  title: optionalLine(reviewLimits.titleLength, code('review.title_too_long')),
  body: textSchema({ error: code('review.body_required') })
    .trim()
    .min(1, code('review.body_required'))
    .max(reviewLimits.bodyLength, code('review.body_too_long')),
  authorName: optionalLine(reviewLimits.authorNameLength, code('review.author_name_too_long')),
})
export type ReviewContent = z.infer<typeof reviewContentSchema>

export const reviewStatuses = ['pending', 'published', 'rejected'] as const
export const reviewStatusSchema = z.enum(reviewStatuses)
export type ReviewStatus = z.infer<typeof reviewStatusSchema>

/** Why a shop may refuse a review. None of them is the rating (16 CFR 465.7). */
export const rejectReasons = [
  'spam',
  'off_topic',
  'offensive',
  'personal_data',
  'illegal',
  'not_a_customer',
  'conflict_of_interest',
] as const
export const rejectReasonSchema = z.enum(rejectReasons)
export type RejectReason = z.infer<typeof rejectReasonSchema>

export const replySchema = textSchema({ error: code('review.reply_required') })
  .trim()
  .min(1, code('review.reply_required'))
  .max(reviewLimits.replyLength, code('review.reply_too_long'))
