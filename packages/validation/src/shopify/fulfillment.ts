import { z } from 'zod'
import { listOf, optionalId, optionalInstant, optionalText, requiredId } from './fields.ts'
import { platformLineItemSchema } from './line-item.ts'

const fields = {
  id: requiredId,
  status: optionalText,
  created_at: optionalInstant,
  updated_at: optionalInstant,
  line_items: listOf(platformLineItemSchema),
}

const read = (fulfillment: z.output<z.ZodObject<typeof fields>>) => ({
  platformId: fulfillment.id,
  /** `success` means handed over; `pending` and `open` not yet; the others never. */
  status: fulfillment.status,
  createdAt: fulfillment.created_at ?? fulfillment.updated_at,
  /** The platform's clock of this word of it. */
  toldAt: fulfillment.updated_at ?? fulfillment.created_at,
  lineItems: fulfillment.line_items,
})

/** A fulfilment inside an order. */
export const platformFulfillmentSchema = z.object({ ...fields, order_id: optionalId }).transform(read)
export type PlatformFulfillment = z.infer<typeof platformFulfillmentSchema>

/** `fulfillments/create` and `fulfillments/update`. */
export const fulfillmentEventSchema = z
  .object({ ...fields, order_id: requiredId })
  .transform((fulfillment) => ({ orderPlatformId: fulfillment.order_id, fulfillment: read(fulfillment) }))
export type FulfillmentEvent = z.infer<typeof fulfillmentEventSchema>
