import type { Transaction } from '@afterword/db/connection/client'
import { webhookDelivery } from '@afterword/db/schema'
import { isPlatformTopic } from '@afterword/validation/shopify/topics'
import { tellSameThing } from '@afterword/validation/shopify/thing'
import { and, eq, ne } from 'drizzle-orm'
import type { DeliveryResult } from '../../../shop/shop-scope.ts'

interface Incoming {
  readonly shopId: string
  readonly topic: string
  readonly webhookId: string
  readonly bodyHash: Uint8Array
}

interface Earlier {
  readonly topic: string
  readonly outcome: string | null
}

/**
 * A copy that was refused must not keep the true message out, which may come after it; only what was
 * applied counts. What shuts a shop down is held to more: its bytes must be new.
 */
const judgeAgainst = (topic: string, earlier: Earlier): 'body_of_other_topic' | 'body_repeated' | null => {
  if (topic === 'app/uninstalled') {
    if (earlier.topic !== topic) return 'body_of_other_topic'
    return earlier.outcome === 'processed' ? 'body_repeated' : null
  }
  if (earlier.outcome !== 'processed' || !isPlatformTopic(topic) || !isPlatformTopic(earlier.topic)) return null
  return tellSameThing(topic, earlier.topic) ? null : 'body_of_other_topic'
}

/**
 * Whether these signed bytes came before and must not count again: under a topic of another kind
 * (topic and id are not signed, so a captured body can be sent again with others), or a second time
 * where a message must count once. An order's body may come under several topics of orders: what it
 * does depends on the body alone.
 *
 * @returns How the message ends, or null when it is none of these.
 */
export const findReplay = async (
  tx: Transaction,
  { shopId, topic, webhookId, bodyHash }: Incoming,
): Promise<DeliveryResult | null> => {
  const { topic: earlierTopic, outcome } = webhookDelivery
  const sameBytes = await tx
    .selectDistinct({ topic: earlierTopic, outcome })
    .from(webhookDelivery)
    .where(
      and(
        eq(webhookDelivery.shopId, shopId),
        eq(webhookDelivery.bodyHash, bodyHash),
        ne(webhookDelivery.webhookId, webhookId),
      ),
    )
  const reason = sameBytes.map((earlier) => judgeAgainst(topic, earlier)).find((found) => found !== null)
  return reason === undefined ? null : { outcome: 'ignored', reason }
}
