import { z } from 'zod'
import { anything, flag, optionalCount, optionalId, optionalTitle, quantity, requiredId } from './fields.ts'

/** What the platform says of a line's delivery, beside its parcels. */
interface LineStanding {
  readonly current_quantity: number | undefined
  readonly fulfillable_quantity: number | undefined
  /** `undefined` where the key is absent. */
  readonly fulfillment_status?: string | null | undefined
}

/**
 * Whether something of the line was handed over, by the line's own word; undefined where it says nothing, and the
 * order's word holds for it. A line that was taken out of the order, or still waits for its parcel, was not.
 */
const readHandedOver = ({ current_quantity, fulfillable_quantity, fulfillment_status }: LineStanding) => {
  if (current_quantity === 0) return false
  if (fulfillment_status === 'fulfilled' || fulfillment_status === 'partial') return true
  if (fulfillment_status === null) return fulfillable_quantity === undefined ? undefined : false
  return fulfillable_quantity !== undefined && fulfillable_quantity > 0 ? false : undefined
}

/** One line of an order; fulfilments and refunds repeat it. */
export const platformLineItemSchema = z
  .object({
    id: requiredId,
    product_id: optionalId,
    title: optionalTitle,
    name: optionalTitle,
    variant_title: optionalTitle,
    quantity,
    current_quantity: optionalCount,
    fulfillable_quantity: optionalCount,
    fulfillment_status: z.union([z.string(), z.null()]).optional().catch(undefined),
    price: anything,
    gift_card: flag,
  })
  .transform((line) => ({
    platformId: line.id,
    productPlatformId: line.product_id,
    title: line.title ?? line.name ?? line.id,
    variantTitle: line.variant_title,
    quantity: line.quantity,
    /** Pieces that are still part of the order, after edits and refunds. */
    currentQuantity: line.current_quantity,
    isHandedOver: readHandedOver(line),
    /** As it was sent; packages/validation/price reads it. */
    price: line.price,
    isGiftCard: line.gift_card,
  }))
export type PlatformLineItem = z.infer<typeof platformLineItemSchema>
