import { z } from 'zod'
import { anything, flag, optionalId, optionalTitle, quantity, requiredId } from './fields.ts'

/** One line of an order; fulfilments and refunds repeat it. */
export const platformLineItemSchema = z
  .object({
    id: requiredId,
    product_id: optionalId,
    title: optionalTitle,
    name: optionalTitle,
    variant_title: optionalTitle,
    quantity,
    price: anything,
    gift_card: flag,
  })
  .transform((line) => ({
    platformId: line.id,
    productPlatformId: line.product_id,
    title: line.title ?? line.name ?? line.id,
    variantTitle: line.variant_title,
    quantity: line.quantity,
    /** As it was sent; packages/validation/price reads it. */
    price: line.price,
    isGiftCard: line.gift_card,
  }))
export type PlatformLineItem = z.infer<typeof platformLineItemSchema>
