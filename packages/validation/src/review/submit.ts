import { z } from 'zod'
import { idSchema } from '../primitives/ids.ts'
import { reviewContentSchema } from './schema.ts'

/** A link's code as it stands in the address. Its form is checked where it is looked up. */
export const linkCodeSchema = z.object({ code: z.string().max(200) })

export const submitReviewSchema = reviewContentSchema.extend({
  ...linkCodeSchema.shape,
  lineItemId: idSchema('lineItem'),
  /** Made by the browser when the form is first touched; the same for every try. */
  submissionId: z.uuid(),
})

/** What was typed so far: whatever it is, it is kept, so nothing here refuses it. */
export const saveDraftSchema = linkCodeSchema.extend({
  lineItemId: idSchema('lineItem'),
  rating: z.int().min(1).max(5).nullable(),
  title: z.string(),
  body: z.string(),
  authorName: z.string(),
  /** The version the device wrote or saw last; 0 when it knows of none. */
  baseVersion: z.int().min(0),
})

export const savedDraftSchema = z.object({ version: z.int().nullable(), wasChangedElsewhere: z.boolean() })

export const editReviewSchema = submitReviewSchema.omit({ submissionId: true })

export const reviewStatusQuerySchema = linkCodeSchema.extend({ submissionId: z.uuid() })
