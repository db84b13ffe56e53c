import type { Executor } from '@afterword/db/connection/client'
import { sql } from 'drizzle-orm'
import type { LineOf } from './replay-line.ts'

type Named = Pick<LineOf<'attempt'>, 'shop' | 'order' | 'product' | 'lineItem'>

export interface Concerned {
  readonly shopId: string | null
  readonly reviewRequestId: string | null
  readonly lineItemId: string | null
}

interface Row extends Record<string, unknown> {
  readonly key: string
  readonly shop_id: string | null
  readonly request_id: string | null
  readonly line_item_id: string | null
}

const nobody: Concerned = { shopId: null, reviewRequestId: null, lineItemId: null }
const keyOf = ({ shop, order, product, lineItem }: Named): string => JSON.stringify([shop, order, product, lineItem])

/**
 * Whom lines concern, of those that exist here. Of several orders of one name the newest is meant.
 *
 * @returns Looks one line's names up; nulls where they are unknown.
 */
export const resolveNames = async (db: Executor, lines: readonly Named[]): Promise<(line: Named) => Concerned> => {
  const wanted = new Map(
    lines.map((line) => {
      const { shop, order, product, lineItem } = line
      return [keyOf(line), { key: keyOf(line), shop, order_name: order, product, item: lineItem }]
    }),
  )
  const rows = await db.execute<Row>(sql`
    select n.key, coalesce(s.id, l.shop_id) as shop_id, r.id as request_id, l.id as line_item_id
    from jsonb_to_recordset(${JSON.stringify([...wanted.values()])}::text::jsonb)
      as n(key text, shop text, order_name text, product text, item uuid)
    left join shop s on s.access_code = n.shop or s.domain = n.shop
    left join lateral (select id from shop_order where shop_id = s.id and name = n.order_name
      order by ordered_at desc limit 1) o on true
    left join lateral (
      select l.id, l.shop_id, l.order_id from line_item l where l.id = n.item
      union all
      select l.id, l.shop_id, l.order_id from line_item l join product p on p.shop_id = l.shop_id and p.id = l.product_id
      where n.item is null and l.shop_id = s.id and l.order_id = o.id and p.platform_id = n.product
      limit 1) l on true
    left join lateral (select id from review_request where shop_id = coalesce(s.id, l.shop_id)
      and order_id = coalesce(o.id, l.order_id) order by id limit 1) r on true`)
  const found = new Map(
    rows.map((row) => [
      row.key,
      { shopId: row.shop_id, reviewRequestId: row.request_id, lineItemId: row.line_item_id },
    ]),
  )
  return (line) => found.get(keyOf(line)) ?? nobody
}
