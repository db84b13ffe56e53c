import type { ListDeliveries } from '@afterword/validation/shopify/webhook-delivery'
import type { DeliveryRow } from '@afterword/validation/shopify/webhook-delivery'
import { order, shop, webhookDelivery } from '@afterword/db/schema'
import type { Page } from '@afterword/validation/primitives/pagination'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { decodeDeliveryCursor, toPage } from '../../kernel/page-cursor.ts'

/** The body as JSON, or null where it is none that Postgres can hold. */
const body = sql`case when pg_input_is_valid(${webhookDelivery.payload}, 'jsonb') then ${webhookDelivery.payload}::jsonb end`
const idOf = (topics: string, name: string) =>
  sql`case when ${webhookDelivery.topic} like ${topics} then ${body} ->> ${name}::text end`
/** The platform's id of the order that a delivery tells of. */
const orderPlatformId = sql<string | null>`coalesce(${idOf('orders/%', 'id')}, ${idOf('fulfillments/%', 'order_id')},
  ${idOf('refunds/%', 'order_id')})`

/** Webhook deliveries of every shop, newest first, without their payloads. @throws DomainError `permission.denied` */
export const listDeliveries = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ListDeliveries
}): Promise<Page<DeliveryRow>> => {
  requireOperator(ctx)
  const after = input.cursor === undefined ? undefined : decodeDeliveryCursor(input.cursor)
  const rows = await ctx.db
    .select({
      shopName: shop.name,
      webhookId: webhookDelivery.webhookId,
      topic: webhookDelivery.topic,
      // Asked for the rows of the page alone: a body may be long.
      orderName: sql<string | null>`(select o.name from ${order} o
        where o.shop_id = ${webhookDelivery.shopId} and o.platform_id = ${orderPlatformId})`,
      receivedAt: webhookDelivery.receivedAt,
      receivedAtText: sql<string>`${webhookDelivery.receivedAt}::text`,
      processedAt: webhookDelivery.processedAt,
      outcome: webhookDelivery.outcome,
      reason: webhookDelivery.reason,
    })
    .from(webhookDelivery)
    .innerJoin(shop, eq(shop.id, webhookDelivery.shopId))
    .where(
      and(
        input.outcome === undefined
          ? undefined
          : input.outcome === 'waiting'
            ? isNull(webhookDelivery.processedAt)
            : eq(webhookDelivery.outcome, input.outcome),
        after === undefined
          ? undefined
          : sql`(${webhookDelivery.receivedAt}, ${webhookDelivery.webhookId}) < (${after[0]}::timestamptz, ${after[1]})`,
      ),
    )
    .orderBy(desc(webhookDelivery.receivedAt), desc(webhookDelivery.webhookId))
    .limit(input.pageSize + 1)
  return toPage(rows, input.pageSize, {
    item: ({ receivedAtText: _receivedAtText, outcome, ...row }) => ({
      ...row,
      outcome: outcome ?? 'waiting',
    }),
    keyOf: (row) => [row.receivedAtText, row.webhookId],
  })
}
