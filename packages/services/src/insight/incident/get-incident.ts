import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { loadAttempts } from './internal/load-attempts.ts'
import { loadHits } from './internal/load-hits.ts'
import { loadPlot } from './internal/load-plot.ts'
import { selectIncidents, toSummary } from './internal/summarise-incident.ts'

const shownAttempts = 200

interface Share extends Record<string, unknown> {
  readonly name: string
  readonly count: number
}

interface Reach extends Record<string, unknown> {
  readonly shops: number
  readonly orders: number
  readonly line_items: number
  readonly line_items_of_orders: number
  readonly browsers: Share[]
  readonly places: Share[]
  readonly releases: Share[]
}

const shares = (column: 'browser' | 'place' | 'release') => sql`coalesce((
  select jsonb_agg(jsonb_build_object('name', name, 'count', count) order by count desc)
  from (select ${sql.raw(column)} as name, count(*)::int as count from hit where ${sql.raw(column)} is not null
    group by 1 order by 2 desc limit 8) top), '[]')`

const loadReach = async (ctx: ServiceContext, incidentId: string): Promise<Reach> => {
  const [reach] = await ctx.db.execute<Reach>(sql`
    with hit as (select * from incident_attempt where incident_id = ${incidentId}),
    orders as (
      select distinct r.shop_id, r.order_id from hit
      join review_request r on r.shop_id = hit.shop_id and r.id = hit.review_request_id
      union
      select distinct l.shop_id, l.order_id from hit
      join line_item l on l.shop_id = hit.shop_id and l.id = hit.line_item_id)
    select (select count(distinct shop_id)::int from hit) as shops,
      (select count(*)::int from orders) as orders,
      (select count(distinct line_item_id)::int from hit) as line_items,
      (select count(*)::int from line_item l join orders o on o.shop_id = l.shop_id and o.order_id = l.order_id)
        as line_items_of_orders,
      ${shares('browser')} as browsers, ${shares('place')} as places, ${shares('release')} as releases`)
  if (reach === undefined) throw new Error('the reach of an incident returned no row')
  return reach
}

/** One incident with its reach, its plot and its attempts. @throws DomainError `incident.not_found`, `permission.denied` */
export const getIncident = async ({ ctx, input }: { ctx: ServiceContext; input: { readonly incidentId: string } }) => {
  requireOperator(ctx)
  const { incidentId } = input
  const [row] = await selectIncidents(ctx.db, sql`i.id = ${incidentId}`, 1)
  if (row === undefined) throw new DomainError('incident.not_found')
  const summary = toSummary(row)
  const { line_items: lineItems, line_items_of_orders: lineItemsOfOrders, ...reach } = await loadReach(ctx, incidentId)
  const attempts = await loadAttempts(ctx.db, {
    condition: sql`a.incident_id = ${incidentId}`,
    order: 'oldest first',
    limit: shownAttempts,
  })
  return {
    ...summary,
    scope: { ...reach, lineItems, lineItemsOfOrders },
    hits: await loadHits(ctx.db, incidentId),
    plot: await loadPlot(ctx.db, summary),
    attempts,
    moreAttempts: Math.max(0, summary.attemptCount - attempts.length),
  }
}
