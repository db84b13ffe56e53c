import { z } from 'zod'
import { outputTime } from './output.ts'
import { cursorSchema, pageSizeSchema } from './pagination.ts'

export const deliveryOutcomes = ['waiting', 'processed', 'ignored', 'rejected'] as const
const deliveryOutcomeSchema = z.enum(deliveryOutcomes)
export type DeliveryOutcome = z.infer<typeof deliveryOutcomeSchema>

export const listDeliveriesSchema = z.object({
  outcome: deliveryOutcomeSchema.optional(),
  cursor: cursorSchema,
  pageSize: pageSizeSchema,
})

export const deliveryRowSchema = z.object({
  shopName: z.string(),
  webhookId: z.string(),
  topic: z.string(),
  receivedAt: outputTime,
  processedAt: outputTime.nullable(),
  outcome: deliveryOutcomeSchema,
  reason: z.string().nullable(),
})
