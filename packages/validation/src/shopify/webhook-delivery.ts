import { z } from 'zod'
import { deliveryOutcomes } from './rules.ts'
import { outputTime } from '../primitives/output.ts'
import { cursorSchema, pageSizeSchema } from '../primitives/pagination.ts'

const deliveryOutcomeSchema = z.enum(deliveryOutcomes)

/** Why a delivery was not applied whole: one of these, or the code of an error in what it tells. */
export type DeliveryReason =
  | 'body_of_other_topic'
  | 'body_repeated'
  | 'fulfillment_failed'
  | 'fulfillment_pending'
  | 'no_email'
  | 'order_unknown'
  | 'payload_invalid'
  | 'product_deleted'
  | 'product_unknown'
  | 'shop_mismatch'
  | 'shop_uninstalled'
  | 'stale'
  | 'test_order'
  | 'too_old'
  | 'topic_mismatch'
  | 'topic_unknown'

export const listDeliveriesSchema = z.object({
  outcome: deliveryOutcomeSchema.optional(),
  cursor: cursorSchema,
  pageSize: pageSizeSchema,
})
export type ListDeliveries = z.output<typeof listDeliveriesSchema>

export const deliveryRowSchema = z.object({
  shopName: z.string(),
  webhookId: z.string(),
  topic: z.string(),
  /** The order it tells of; null when it tells of none or its body is no longer kept. */
  orderName: z.string().nullable(),
  receivedAt: outputTime,
  processedAt: outputTime.nullable(),
  outcome: deliveryOutcomeSchema,
  reason: z.string().nullable(),
})
/** As a service tells it; times get their outside form on the way out. */
export type DeliveryRow = z.input<typeof deliveryRowSchema>
