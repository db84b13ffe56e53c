import type { Transaction } from '@afterword/db/connection/client'
import { parseJson } from '@afterword/validation/primitives/json'
import { fulfillmentEventSchema } from '@afterword/validation/shopify/fulfillment'
import { platformOrderSchema } from '@afterword/validation/shopify/order'
import { platformProductSchema, productDeletionSchema } from '@afterword/validation/shopify/product'
import { refundEventSchema } from '@afterword/validation/shopify/refund'
import { isOfTopic, readToldAt } from '@afterword/validation/shopify/thing'
import { isPlatformTopic, type PlatformTopic, uninstallationSchema } from '@afterword/validation/shopify/topics'
import type { z } from 'zod'
import { queueDueRequests } from '../../../asking/request/queue-due-requests.ts'
import type { ServiceContext } from '../../../kernel/context.ts'
import { applyFulfillment } from '../../order/internal/apply-fulfillment.ts'
import { applyOrder } from '../../order/internal/apply-order.ts'
import { applyRefund } from '../../order/internal/apply-refund.ts'
import { applyProduct } from '../../product/internal/apply-product.ts'
import { deleteProduct } from '../../product/internal/delete-product.ts'
import { reconnectShop } from '../../../shop/reconnect-shop.ts'
import { uninstallShop } from '../../../shop/uninstall-shop.ts'
import { type DeliveryResult, lockShop, type ShopScope } from '../../../shop/shop-scope.ts'

type Handler = (scope: ShopScope, topic: PlatformTopic, payload: unknown) => Promise<DeliveryResult>

/** A newer message of the platform shows that the shop is still there, whatever was said before: its mails go out again. */
const withConnection = async (scope: ShopScope, payload: unknown): Promise<ShopScope> => {
  const { uninstalledAt } = scope.shop
  const toldAt = readToldAt(payload)
  if (uninstalledAt === null || toldAt === null || toldAt <= uninstalledAt) return scope
  const connected = await reconnectShop(scope)
  if (connected.isChanged) await queueDueRequests(connected.scope)
  return connected.scope
}

const handle =
  <Message>(
    schema: z.ZodType<Message>,
    apply: (scope: ShopScope, message: Message) => Promise<DeliveryResult>,
  ): Handler =>
  async (scope, topic, payload) => {
    const message = schema.safeParse(payload)
    if (!message.success) return { outcome: 'rejected', reason: 'payload_invalid' }
    if (!isOfTopic(topic, payload)) return { outcome: 'rejected', reason: 'topic_mismatch' }
    return await apply(topic === 'app/uninstalled' ? scope : await withConnection(scope, payload), message.data)
  }

const order = handle(platformOrderSchema, applyOrder)
const fulfillment = handle(fulfillmentEventSchema, applyFulfillment)
const product = handle(platformProductSchema, applyProduct)

const handlers = {
  'orders/create': order,
  'orders/updated': order,
  'orders/fulfilled': order,
  'orders/partially_fulfilled': order,
  'orders/cancelled': order,
  'fulfillments/create': fulfillment,
  'fulfillments/update': fulfillment,
  'refunds/create': handle(refundEventSchema, applyRefund),
  'products/create': product,
  'products/update': product,
  'products/delete': handle(productDeletionSchema, deleteProduct),
  'app/uninstalled': handle(uninstallationSchema, uninstallShop),
} satisfies Record<PlatformTopic, Handler>

interface StoredMessage {
  readonly shopId: string
  readonly topic: string
  readonly payload: string
}

/** Applies a message by its topic, in the caller's transaction. Nonsense ends as rejected. */
export const applyDelivery = async (
  tx: Transaction,
  ctx: ServiceContext,
  { shopId, topic, payload }: StoredMessage,
): Promise<DeliveryResult> => {
  if (!isPlatformTopic(topic)) return { outcome: 'ignored', reason: 'topic_unknown' }
  const message = parseJson(payload)
  if (message === undefined) return { outcome: 'rejected', reason: 'body.invalid' }
  const shop = await lockShop(tx, shopId, topic === 'app/uninstalled' ? 'update' : 'key share')
  return await handlers[topic]({ tx, ctx, shop }, topic, message)
}
