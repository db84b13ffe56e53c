import type { Executor } from '@afterword/db/connection/client'
import { type HitOutcome, hitOutcomes, type ShownOutcome } from '@afterword/validation/incident/rules'
import { sql } from 'drizzle-orm'
import { displayName } from '../../../orders/display-name.ts'
import { shownOutcome } from '../../outcome/internal/shown-outcome.ts'

interface Row extends Record<string, unknown> {
  readonly shop_id: string
  readonly shop_name: string
  readonly order_id: string
  readonly order_name: string | null
  readonly line_item_id: string | null
  readonly product_platform_id: string | null
  readonly product_title: string | null
  readonly customer_id: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly attempts: number
  /** Those of its attempts. */
  readonly outcomes: ShownOutcome[]
}

/** More than these are told by their number. */
const shownHits = 200

const toHitOutcome = (outcome: ShownOutcome): HitOutcome =>
  outcome === 'recovered_by_retry' || outcome === 'recovered_later' ? 'recovered' : outcome

/** The one of its attempts' outcomes that says most. */
const outcomeOf = ({ outcomes }: Row): HitOutcome => {
  const found = new Set(outcomes.map(toHitOutcome))
  return hitOutcomes.find((outcome) => found.has(outcome)) ?? 'none'
}

/**
 * Whom an incident hit: a row per shop, order and line item, with product, customer and how it ended for
 * them. The tables that people once put together by hand.
 */
export const loadHits = async (db: Executor, incidentId: string) => {
  const rows = await db.execute<Row>(sql`
    select a.shop_id, s.name as shop_name, o.id as order_id, o.name as order_name, l.id as line_item_id,
      p.platform_id as product_platform_id, coalesce(p.title, l.title) as product_title, c.id as customer_id,
      c.first_name, c.last_name, count(*)::int as attempts,
      array_agg(distinct ${shownOutcome('a')}) as outcomes
    from incident_attempt a
    join shop s on s.id = a.shop_id
    left join line_item l on l.shop_id = a.shop_id and l.id = a.line_item_id
    left join review_request r on r.shop_id = a.shop_id and r.id = a.review_request_id
    join shop_order o on o.shop_id = a.shop_id and o.id = coalesce(l.order_id, r.order_id)
    left join product p on p.shop_id = l.shop_id and p.id = l.product_id
    left join customer c on c.shop_id = o.shop_id and c.id = o.customer_id
    where a.incident_id = ${incidentId}
    group by a.shop_id, s.name, o.shop_id, o.id, l.shop_id, l.id, p.shop_id, p.id, c.shop_id, c.id
    order by s.name, o.name, product_title limit ${shownHits}`)
  return rows.map((row) => ({
    shop: { id: row.shop_id, name: row.shop_name },
    orderId: row.order_id,
    orderName: row.order_name,
    lineItemId: row.line_item_id,
    productTitle: row.product_title,
    productPlatformId: row.product_platform_id,
    customerId: row.customer_id,
    customerName: row.customer_id === null ? null : displayName({ firstName: row.first_name, lastName: row.last_name }),
    attemptCount: row.attempts,
    outcome: outcomeOf(row),
  }))
}
