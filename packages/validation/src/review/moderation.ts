import { z } from 'zod'
import { auditActions } from '../audit/actions.ts'
import { idSchema } from '../primitives/ids.ts'
import { outputId, outputTime } from '../primitives/output.ts'
import { mostSearchLength } from '../primitives/list-rules.ts'
import { cursorSchema, pageSizeSchema } from '../primitives/pagination.ts'
import { textSchema } from '../primitives/text.ts'
import { ratingSchema, rejectReasonSchema, replySchema, reviewStatusSchema } from './schema.ts'

export const listReviewsSchema = z.object({
  status: reviewStatusSchema.optional(),
  rating: ratingSchema.optional(),
  productId: idSchema('product').optional(),
  /** Words in title, text or name, in any case and spelling of their letters. */
  search: textSchema().max(mostSearchLength).optional(),
  cursor: cursorSchema,
  pageSize: pageSizeSchema,
})
export type ListReviews = z.output<typeof listReviewsSchema>

export const reviewIdSchema = z.object({ reviewId: idSchema('review') })
/** Names the version the moderator saw, so that two of them cannot undo each other unseen. */
export const reviewVersionSchema = reviewIdSchema.extend({ version: z.int().min(1) })
export const rejectReviewSchema = reviewVersionSchema.extend({ reason: rejectReasonSchema })
export const saveReplySchema = reviewIdSchema.extend({ body: replySchema })

export const productChoiceSchema = z.object({
  id: outputId('product'),
  title: z.string(),
  imageUrl: z.string().nullable(),
})
export type ProductChoice = z.input<typeof productChoiceSchema>

/** A review as the shop's moderators see it. No e-mail address: moderation needs none. */
export const moderationReviewSchema = z.object({
  id: outputId('review'),
  rating: z.int(),
  title: z.string().nullable(),
  body: z.string(),
  authorName: z.string(),
  status: reviewStatusSchema,
  rejectReason: rejectReasonSchema.nullable(),
  isVerified: z.boolean(),
  helpfulCount: z.int(),
  version: z.int(),
  createdAt: outputTime,
  publishedAt: outputTime.nullable(),
  editedAt: outputTime.nullable(),
  product: productChoiceSchema,
  orderName: z.string().nullable(),
  reply: z.object({ body: z.string(), createdAt: outputTime }).nullable(),
})
/** As a service tells it; ids and times get their outside form on the way out. */
export type ModerationReview = z.input<typeof moderationReviewSchema>
export type ModerationReviewView = z.output<typeof moderationReviewSchema>

/** What an act changed, as far as a person wants to read it. */
const changedStateSchema = z.object({
  status: reviewStatusSchema.optional(),
  rejectReason: rejectReasonSchema.nullable().optional(),
  rating: z.int().optional(),
})

const changeSchema = z.object({ from: changedStateSchema.optional(), to: changedStateSchema.optional() })

export const moderationReviewDetailSchema = moderationReviewSchema.extend({
  history: z.array(
    z.object({
      at: outputTime,
      action: z.enum(auditActions),
      actorKind: z.string(),
      /** The member's name; null for the customer and for the system. */
      actorName: z.string().nullable(),
      details: z.unknown().transform((details) => changeSchema.safeParse(details).data ?? null),
    }),
  ),
})
export type ModerationReviewDetail = z.input<typeof moderationReviewDetailSchema>

export const reviewCountsSchema = z.object({ pending: z.int(), published: z.int(), rejected: z.int() })
