import { z } from 'zod'
import { optionalText, requiredId } from './fields.ts'

/** The topics we act on. Any other is stored as ignored. */
export const platformTopics = [
  'orders/create',
  'orders/updated',
  'orders/fulfilled',
  'orders/partially_fulfilled',
  'orders/cancelled',
  'fulfillments/create',
  'fulfillments/update',
  'refunds/create',
  'products/create',
  'products/update',
  'products/delete',
  'app/uninstalled',
] as const
export type PlatformTopic = (typeof platformTopics)[number]

export const isPlatformTopic = (topic: string): topic is PlatformTopic =>
  (platformTopics as readonly string[]).includes(topic)

/** `app/uninstalled`: the shop that removed us, by each domain it is told with. */
export const uninstallationSchema = z
  .object({ id: requiredId, domain: optionalText, myshopify_domain: optionalText })
  .transform(({ domain, myshopify_domain }) => ({
    domains: [domain, myshopify_domain].flatMap((text) => (text === null ? [] : [text.toLowerCase()])),
  }))
export type Uninstallation = z.infer<typeof uninstallationSchema>
