import { z } from 'zod'
import { currencySchema } from '../primitives/currency.ts'
import { parseEmail } from '../primitives/email.ts'
import {
  flag,
  listOf,
  optionalId,
  optionalInstant,
  optionalPersonName,
  optionalText,
  optionalTitle,
  requiredId,
} from './fields.ts'
import { platformFulfillmentSchema } from './fulfillment.ts'
import { platformLineItemSchema } from './line-item.ts'
import { platformRefundSchema } from './refund.ts'

const customerSchema = z
  .object({ id: optionalId, email: optionalText, first_name: optionalPersonName, last_name: optionalPersonName })
  .nullish()
  .catch(null)

const optionalLocale = optionalText.transform((text) =>
  text !== null && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(text) ? text : null,
)

/** The first of the addresses a mail may go to; `given` tells an absent one from an unusable one. */
const pickEmail = (candidates: readonly (string | null)[]) => ({
  email: candidates.map(parseEmail).find((email) => email !== null) ?? null,
  hasUnusableEmail: candidates.some((text) => text !== null && parseEmail(text) === null),
})

/** `orders/create`, `orders/updated`, `orders/fulfilled`, `orders/partially_fulfilled`, `orders/cancelled`. */
export const platformOrderSchema = z
  .object({
    id: requiredId,
    name: optionalTitle,
    currency: currencySchema.nullish().catch(null),
    customer_locale: optionalLocale,
    test: flag,
    email: optionalText,
    contact_email: optionalText,
    created_at: optionalInstant,
    processed_at: optionalInstant,
    updated_at: optionalInstant,
    cancelled_at: optionalInstant,
    fulfillment_status: optionalText,
    customer: customerSchema,
    line_items: listOf(platformLineItemSchema),
    fulfillments: listOf(platformFulfillmentSchema),
    refunds: listOf(platformRefundSchema),
  })
  .transform((order) => ({
    platformId: order.id,
    name: order.name,
    /** Of every amount in it; null when the platform sent no currency. */
    currency: order.currency ?? null,
    locale: order.customer_locale,
    isTest: order.test,
    ...pickEmail([order.email, order.contact_email, order.customer?.email ?? null]),
    customer: {
      platformId: order.customer?.id ?? null,
      firstName: order.customer?.first_name ?? null,
      lastName: order.customer?.last_name ?? null,
    },
    orderedAt: order.processed_at ?? order.created_at,
    updatedAt: order.updated_at ?? order.created_at,
    cancelledAt: order.cancelled_at,
    /** Whether all of it was handed over, lines in no parcel included. */
    isFulfilled: order.fulfillment_status === 'fulfilled',
    lineItems: order.line_items,
    fulfillments: order.fulfillments,
    refunds: order.refunds,
  }))
export type PlatformOrder = z.infer<typeof platformOrderSchema>
