import { z } from 'zod'

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

/** `app/uninstalled` says what it means by its topic; any object will do. */
export const uninstallationSchema = z.looseObject({})
