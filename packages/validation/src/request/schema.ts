import { z } from 'zod'
import { outputId, outputTime } from '../primitives/output.ts'
import { cursorSchema, pageSizeSchema } from '../primitives/pagination.ts'
import { cancelReasons, reviewRequestStates } from './rules.ts'

const reviewRequestStateSchema = z.enum(reviewRequestStates)

export const listReviewRequestsSchema = z.object({
  state: reviewRequestStateSchema.optional(),
  cursor: cursorSchema,
  pageSize: pageSizeSchema,
})
export type ListReviewRequests = z.output<typeof listReviewRequestsSchema>

export const reviewRequestRowSchema = z.object({
  id: outputId('reviewRequest'),
  orderName: z.string().nullable(),
  customerName: z.string(),
  state: reviewRequestStateSchema,
  sendAt: outputTime,
  sentAt: outputTime.nullable(),
  attempts: z.int(),
  lastError: z.string().nullable(),
  cancelReason: z.enum(cancelReasons).nullable(),
})
/** As a service tells it; ids and times get their outside form on the way out. */
export type ReviewRequestRow = z.input<typeof reviewRequestRowSchema>
