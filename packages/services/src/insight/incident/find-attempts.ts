import { containsFolded, foldedText } from '@afterword/db/text/folded-text'
import type { FindAttempts } from '@afterword/validation/incident/schema'
import { decodeId } from '@afterword/validation/primitives/ids'
import type { Page } from '@afterword/validation/primitives/pagination'
import { type SQL, sql } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { isAfterCursor, toPage } from '../../kernel/page-cursor.ts'
import { isShownAs } from '../../orders/is-shown-as.ts'
import { loadAttempts } from './internal/load-attempts.ts'

type Attempt = Awaited<ReturnType<typeof loadAttempts>>[number]

const uuidPattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

const folded = (text: string): SQL => foldedText(sql`${text}::text`)

/** The customer by a part of their name in either order, by the name as it is shown, or by their whole address. */
const isCustomer = (text: string): SQL => {
  const isShown = isShownAs(text, { first: sql`c.first_name`, last: sql`c.last_name` })
  return sql`(${sql.join(
    [
      containsFolded(sql`concat_ws(' ', c.first_name, c.last_name)`, text),
      containsFolded(sql`concat_ws(' ', c.last_name, c.first_name)`, text),
      containsFolded(sql`concat(c.last_name, c.first_name)`, text),
      sql`${foldedText(sql`c.email::text`)} = ${folded(text)}`,
      ...(isShown === undefined ? [] : [isShown]),
    ],
    sql` or `,
  )})`
}

/** Attempts at the line item that a review is of. */
const isOfReview = (reviewId: string): SQL =>
  sql`exists (select from review v where v.shop_id = a.shop_id and v.line_item_id = a.line_item_id and v.id = ${reviewId}::uuid)`

/**
 * An id that a log, a trace or an address names, an order's name as the customer writes it, with or without `#`,
 * or the customer.
 */
const meaningOf = (text: string): SQL => {
  if (uuidPattern.test(text)) {
    const isNamed = sql`a.attempt_id = ${text}::uuid or a.submission_id = ${text}::uuid or a.request_id = ${text}`
    return sql`(${isNamed} or ${isOfReview(text)})`
  }
  const reviewId = decodeId('review', text)
  if (reviewId !== null) return isOfReview(reviewId)
  const isOrder = sql`${foldedText(sql`o.name`)} in (${folded(text)}, ${folded(`#${text}`)})`
  return sql`(${isOrder} or a.request_id = ${text} or ${isCustomer(text)})`
}

const conditionsOf = (input: FindAttempts): SQL[] => {
  const isAfter = isAfterCursor(input.cursor, [sql`a.started_at`, sql`a.attempt_id`])
  const search = input.search?.trim() ?? ''
  return [
    ...(input.shopId === undefined ? [] : [sql`a.shop_id = ${input.shopId}`]),
    ...(input.orderId === undefined ? [] : [sql`o.id = ${input.orderId}`]),
    ...(input.lineItemId === undefined ? [] : [sql`a.line_item_id = ${input.lineItemId}`]),
    ...(input.customerId === undefined ? [] : [sql`o.customer_id = ${input.customerId}`]),
    ...(search === '' ? [] : [meaningOf(search)]),
    ...(isAfter === undefined ? [] : [isAfter]),
  ]
}

/**
 * Failed attempts of whatever incident, newest first: of a shop, an order, a line item, a customer, or those
 * that an id, an order's name, a customer's name or address finds.
 *
 * @throws DomainError `permission.denied`, `page_cursor.invalid`
 */
export const findAttempts = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: FindAttempts
}): Promise<Page<Attempt>> => {
  requireOperator(ctx)
  const rows = await loadAttempts(ctx.db, {
    condition: sql.join([sql`true`, ...conditionsOf(input)], sql` and `),
    order: 'newest first',
    limit: input.pageSize + 1,
  })
  return toPage(rows, input.pageSize, { item: (row) => row, keyOf: ({ key }) => key })
}
