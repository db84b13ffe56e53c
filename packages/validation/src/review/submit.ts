import { ownReviewSchema } from './customer-page.ts'
import { z } from 'zod'
import { idSchema } from '../primitives/ids.ts'
import { ratingSchema, reviewContentSchema } from './schema.ts'

/** A link's code as it stands in the address. Its form is checked where it is looked up. */
export const linkCodeSchema = z.object({ code: z.string().max(200) })

export const submitReviewSchema = reviewContentSchema.extend({
  ...linkCodeSchema.shape,
  lineItemId: idSchema('lineItem'),
  /** Made by the browser when the form is first touched; the same for every try. */
  submissionId: z.uuid(),
})

export type SubmitReview = z.output<typeof submitReviewSchema>

/** What was typed so far: whatever it is, it is kept, so nothing here refuses it. */
export const saveDraftSchema = linkCodeSchema.extend({
  lineItemId: idSchema('lineItem'),
  rating: ratingSchema.nullable(),
  title: z.string(),
  body: z.string(),
  authorName: z.string(),
  /** The version the device wrote or saw last; 0 when it knows of none. */
  baseVersion: z.int().min(0),
})

export type SaveDraft = z.output<typeof saveDraftSchema>

export const savedDraftSchema = z.object({
  /** The version that stands now, 0 for none; null when the item has a review, beside which none is kept. */
  version: z.int().nullable(),
  /** Whether a version that the device did not know was replaced. */
  wasChangedElsewhere: z.boolean(),
})
export type SavedDraft = z.output<typeof savedDraftSchema>

export const editReviewSchema = submitReviewSchema.omit({ submissionId: true })
export type EditReview = z.output<typeof editReviewSchema>

export const reviewStatusQuerySchema = linkCodeSchema.extend({ submissionId: z.uuid() })

/** How a review was taken. `already_reviewed`: this item had a review, which is returned unchanged. */
export const submittedReviewSchema = z.object({
  outcome: z.enum(['created', 'already_reviewed']),
  review: ownReviewSchema,
})
/** As a service tells it; ids and times get their outside form on the way out. */
export type SubmittedReview = z.input<typeof submittedReviewSchema>

/** Whether what a browser sent under a submission id has arrived. */
export const submissionStateSchema = z.object({
  state: z.enum(['absent', 'received']),
  review: ownReviewSchema.nullable(),
})
export type SubmissionState = z.input<typeof submissionStateSchema>
