import type { Executor } from '@afterword/db/connection/client'
import type { AttemptMarks } from '@afterword/validation/incident/schema'
import type { ShownOutcome, Verdict } from '@afterword/validation/incident/rules'
import { type SQL, sql } from 'drizzle-orm'
import { displayName } from '../../../orders/display-name.ts'
import { shownOutcome } from '../../outcome/internal/shown-outcome.ts'
import { titleOf } from './summarise-incident.ts'

interface Row extends Record<string, unknown> {
  readonly attempt_id: string
  readonly started_at: string
  readonly started_text: string
  readonly verdict: Verdict
  readonly evidence: string[]
  readonly marks: AttemptMarks
  readonly outcome: ShownOutcome
  readonly shop_id: string | null
  readonly shop_name: string | null
  readonly order_id: string | null
  readonly order_name: string | null
  readonly line_item_id: string | null
  readonly product_id: string | null
  readonly product_platform_id: string | null
  readonly product_title: string | null
  readonly customer_id: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly incident_id: string
  readonly procedure: string
  readonly browser: string | null
  readonly place: string | null
  readonly release: string | null
  readonly request_id: string | null
}

/** Where a list of attempts goes on: the last row's start as Postgres' text, and its id. */
export type AttemptKey = readonly [startedAt: string, attemptId: string]

interface Selection {
  /** Over `a` (incident_attempt), `o` (its order), `l` (its line item), `c` (its order's customer). */
  readonly condition: SQL
  readonly order: 'oldest first' | 'newest first'
  readonly limit: number
}

/** Filed attempts with the shop, order, product and customer they concern. */
export const loadAttempts = async (db: Executor, { condition, order, limit }: Selection) => {
  const direction = order === 'newest first' ? sql`desc` : sql`asc`
  const rows = await db.execute<Row>(sql`
    select a.attempt_id, a.started_at, a.started_at::text as started_text, a.verdict, a.evidence, a.marks,
      ${shownOutcome('a')} as outcome,
      a.shop_id, s.name as shop_name, o.id as order_id, o.name as order_name, l.id as line_item_id, p.id as product_id,
      p.platform_id as product_platform_id, coalesce(p.title, l.title) as product_title,
      o.customer_id, c.first_name, c.last_name, a.browser, a.place, a.release, a.request_id, i.id as incident_id,
      i.procedure
    from incident_attempt a
    join incident i on i.id = a.incident_id
    left join shop s on s.id = a.shop_id
    left join line_item l on l.shop_id = a.shop_id and l.id = a.line_item_id
    left join product p on p.shop_id = l.shop_id and p.id = l.product_id
    left join review_request r on r.shop_id = a.shop_id and r.id = a.review_request_id
    left join shop_order o on o.shop_id = a.shop_id and o.id = coalesce(l.order_id, r.order_id)
    left join customer c on c.shop_id = o.shop_id and c.id = o.customer_id
    where ${condition}
    order by a.started_at ${direction}, a.attempt_id ${direction} limit ${limit}`)
  return rows.map((row) => ({
    ...row.marks,
    attemptId: row.attempt_id,
    startedAt: new Date(row.started_at),
    key: [row.started_text, row.attempt_id] satisfies AttemptKey,
    verdict: row.verdict,
    evidence: row.evidence,
    outcome: row.outcome,
    incident: { id: row.incident_id, title: titleOf(row.verdict, row.procedure) },
    shop: row.shop_id === null || row.shop_name === null ? null : { id: row.shop_id, name: row.shop_name },
    orderName: row.order_name,
    orderId: row.order_id,
    lineItemId: row.line_item_id,
    productId: row.product_id,
    productPlatformId: row.product_platform_id,
    productTitle: row.product_title,
    customerId: row.customer_id,
    customerName: row.customer_id === null ? null : displayName({ firstName: row.first_name, lastName: row.last_name }),
    browser: row.browser,
    place: row.place,
    release: row.release,
    requestId: row.request_id,
  }))
}
