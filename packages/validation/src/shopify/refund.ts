import { z } from 'zod'
import { listOf, optionalId, quantity, requiredId } from './fields.ts'
import { platformLineItemSchema } from './line-item.ts'

const refundLineSchema = z
  .object({ line_item_id: optionalId, quantity, line_item: platformLineItemSchema.nullish() })
  .transform((line, context) => {
    const lineItemPlatformId = line.line_item_id ?? line.line_item?.platformId
    if (lineItemPlatformId !== undefined) {
      return { lineItemPlatformId, quantity: line.quantity, lineItem: line.line_item ?? null }
    }
    context.addIssue({ code: 'custom', message: 'id.invalid' })
    return z.NEVER
  })

const fields = { id: requiredId, refund_line_items: listOf(refundLineSchema) }

const read = (refund: z.output<z.ZodObject<typeof fields>>) => ({
  platformId: refund.id,
  /** The same line may stand here more than once (restocked and not). */
  lines: refund.refund_line_items,
})

/** A refund inside an order. */
export const platformRefundSchema = z.object({ ...fields, order_id: optionalId }).transform(read)
export type PlatformRefund = z.infer<typeof platformRefundSchema>

/** `refunds/create`. */
export const refundEventSchema = z
  .object({ ...fields, order_id: requiredId })
  .transform((refund) => ({ orderPlatformId: refund.order_id, refund: read(refund) }))
export type RefundEvent = z.infer<typeof refundEventSchema>
