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
