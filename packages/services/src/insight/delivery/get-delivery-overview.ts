import { sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { displayName } from '../../orders/display-name.ts'

const days = 30
const maxGaveUp = 200

interface Counts extends Record<string, unknown> {
  readonly sent: number
  readonly opened: number
  readonly scanned: number
  readonly reviewed: number
  readonly recovered: number
}

interface GaveUpRow extends Record<string, unknown> {
  readonly review_request_id: string
  readonly order_name: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly last_tried_at: string
  readonly fresh_link_sent_at: string | null
  /** Of all of them, also beyond the listed. */
  readonly total: number
}

/**
 * The first four count the same review requests, those sent within the window, whenever what followed came: a review
 * proves that a person opened the link, so reviewed ≤ opened, and opened + scanned ≤ sent.
 */
const loadCounts = async (ctx: ServiceContext, shopId: string): Promise<Counts> => {
  const since = sql`now() - make_interval(days => ${days})`
  const hits = sql`select from link_hit h where h.shop_id = r.shop_id and h.review_request_id = r.id`
  const reviews = sql`select from line_item i join review v on v.shop_id = i.shop_id and v.line_item_id = i.id
    where i.shop_id = r.shop_id and i.order_id = r.order_id`
  const [row] = await ctx.db.execute<Counts>(sql`
    with request as (
      select exists (${reviews}) as is_reviewed, exists (${hits} and h.kind = 'scanned') as is_scanned,
        exists (${hits} and h.kind <> 'scanned') as is_opened
      from review_request r where r.shop_id = ${shopId} and r.sent_at > ${since})
    select count(*)::int as sent, count(*) filter (where is_reviewed)::int as reviewed,
      count(*) filter (where is_opened or is_reviewed)::int as opened,
      count(*) filter (where is_scanned and not is_opened and not is_reviewed)::int as scanned,
      (select count(distinct coalesce(submission_id, attempt_id))::int from incident_attempt
        where shop_id = ${shopId} and started_at > ${since} and outcome = 'recovered_by_retry') as recovered
    from request`)
  if (row === undefined) throw new Error('the counts of delivery returned no row')
  return row
}

/** Customers whose last try failed for good, of which the server stored nothing, and whose item has no review to this day. */
const loadGaveUp = async (ctx: ServiceContext, shopId: string): Promise<readonly GaveUpRow[]> =>
  await ctx.db.execute<GaveUpRow>(sql`
    select r.id as review_request_id, o.name as order_name, c.first_name, c.last_name,
      max(a.started_at) as last_tried_at,
      (select max(l.at) from audit_log l where l.shop_id = r.shop_id and l.subject_id = r.id
        and l.action = 'delivery.resend') as fresh_link_sent_at,
      count(*) over ()::int as total
    from incident_attempt a
    left join line_item i on i.shop_id = a.shop_id and i.id = a.line_item_id
    join review_request r on r.shop_id = a.shop_id
      and (r.id = a.review_request_id or a.review_request_id is null and r.order_id = i.order_id)
    join shop_order o on o.shop_id = r.shop_id and o.id = r.order_id
    left join customer c on c.shop_id = o.shop_id and c.id = coalesce(r.customer_id, o.customer_id)
    where a.shop_id = ${shopId} and a.outcome = 'gave_up' and a.started_at > now() - make_interval(days => ${days})
      and not exists (select from review v where v.shop_id = a.shop_id and v.line_item_id = a.line_item_id)
      and not exists (select from incident_attempt d where d.shop_id = a.shop_id and d.submission_id = a.submission_id
        and d.marks #>> '{server,committedMs}' is not null)
    group by r.shop_id, r.id, o.name, c.first_name, c.last_name
    order by max(a.started_at) desc limit ${maxGaveUp}`)

/**
 * How the review requests that a shop sent within the last 30 days fare, and which submissions of these days failed.
 *
 * @throws DomainError `permission.denied`
 */
export const getDeliveryOverview = async ({ ctx }: { ctx: ServiceContext }) => {
  const { shopId } = requireMember(ctx, 'delivery.read')
  const counts = await loadCounts(ctx, shopId)
  const gaveUp = await loadGaveUp(ctx, shopId)
  return {
    days,
    requestsSent: counts.sent,
    openedByPeople: counts.opened,
    openedByScanners: counts.scanned,
    requestsReviewed: counts.reviewed,
    recoveredByRetry: counts.recovered,
    gaveUpCount: gaveUp[0]?.total ?? 0,
    gaveUp: gaveUp.map((row) => ({
      reviewRequestId: row.review_request_id,
      orderName: row.order_name,
      customerName: displayName({ firstName: row.first_name, lastName: row.last_name }),
      lastTriedAt: new Date(row.last_tried_at),
      freshLinkSentAt: row.fresh_link_sent_at === null ? null : new Date(row.fresh_link_sent_at),
    })),
  }
}
