import type { Database } from '@afterword/db/connection/client'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'

/** One review that can be sent, and the page it is sent from. */
export interface Sendable {
  readonly code: string
  readonly lineItemId: string
  readonly submissionId: string
}

const itemsPerOrder = 20

/** So many line items waiting for their review, in orders of twenty. */
export const seedSendables = async (db: Database, count: number): Promise<Sendable[]> => {
  const sendables: Sendable[] = []
  while (sendables.length < count) {
    const { code, shop, lineItem } = await createReviewShop(db)
    const rows = await db.execute<{ id: string }>(sql`
      insert into line_item (shop_id, order_id, platform_id, product_id, title, quantity, price_minor, fulfilled_at)
      select shop_id, order_id, platform_id || '-' || n, product_id, title, 1, price_minor, fulfilled_at
      from line_item, generate_series(1, ${itemsPerOrder}) n
      where shop_id = ${shop.id} and id = ${lineItem.id}
      returning id`)
    for (const { id } of rows)
      sendables.push({ code, lineItemId: encodeId('lineItem', id), submissionId: randomUUID() })
  }
  return sendables
}
