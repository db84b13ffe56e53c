import { z } from 'zod'
import { idSchema } from './ids.ts'
import { reviewContentSchema } from './review.ts'

/** A link's code as it stands in the address. Its form is checked where it is looked up. */
export const linkCodeSchema = z.object({ code: z.string().max(200) })

export const submitReviewSchema = reviewContentSchema.extend({
  ...linkCodeSchema.shape,
  lineItemId: idSchema('lineItem'),
  /** Made by the browser when the form is first touched; the same for every try. */
  submissionId: z.uuid(),
})

export const editReviewSchema = submitReviewSchema.omit({ submissionId: true })

export const reviewStatusQuerySchema = linkCodeSchema.extend({ submissionId: z.uuid() })
