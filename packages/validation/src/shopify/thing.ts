import { z } from 'zod'
import { optionalInstant } from './fields.ts'
import type { PlatformTopic } from './topics.ts'

/** What a message's body describes. */
type PlatformThing = 'order' | 'fulfillment' | 'refund' | 'product' | 'deletion' | 'shop'

const thingOf = {
  'orders/create': 'order',
  'orders/updated': 'order',
  'orders/fulfilled': 'order',
  'orders/partially_fulfilled': 'order',
  'orders/cancelled': 'order',
  'fulfillments/create': 'fulfillment',
  'fulfillments/update': 'fulfillment',
  'refunds/create': 'refund',
  'products/create': 'product',
  'products/update': 'product',
  'products/delete': 'deletion',
  'app/uninstalled': 'shop',
} as const satisfies Record<PlatformTopic, PlatformThing>

type Has = (key: string) => boolean

/** The keys that tell one from the others, in every version of the platform's documentation. */
const isThing: Readonly<Record<PlatformThing, (has: Has, keyCount: number) => boolean>> = {
  order: (has) => has('line_items') && !has('order_id') && !has('refund_line_items') && !has('abandoned_checkout_url'),
  fulfillment: (has) => has('order_id') && has('status') && !has('refund_line_items') && !has('kind'),
  refund: (has) => has('order_id') && has('refund_line_items'),
  product: (has) => has('variants'),
  deletion: (has, keyCount) => has('id') && keyCount === 1,
  shop: (has) => has('id') && has('myshopify_domain'),
}

/** Whether two topics tell of the same kind of thing, so that one body may come under both. */
export const tellSameThing = (one: PlatformTopic, other: PlatformTopic): boolean => thingOf[one] === thingOf[other]

/**
 * Whether a body is what its topic says. The platform signs the body alone: under another topic the
 * same bytes carry a good signature as well (docs/decisions/030-topics-are-not-signed.md).
 */
export const isOfTopic = (topic: PlatformTopic, body: unknown): boolean => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false
  return isThing[thingOf[topic]]((key) => Object.hasOwn(body, key), Object.keys(body).length)
}

const toldSchema = z
  .object({ updated_at: optionalInstant, created_at: optionalInstant })
  .transform((body) => body.updated_at ?? body.created_at)

/** The platform's clock of a body; null where it carries none. */
export const readToldAt = (body: unknown): Date | null => toldSchema.safeParse(body).data ?? null
