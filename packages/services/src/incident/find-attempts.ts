import { foldedText } from '@afterword/db/folded-text'
import type { FindAttempts } from '@afterword/validation/incident'
import type { Page } from '@afterword/validation/pagination'
import { type SQL, sql } from 'drizzle-orm'
import { requireOperator } from '../access.ts'
import type { ServiceContext } from '../context.ts'
import { decodeTimeCursor, toPage } from '../page-cursor.ts'
import { loadAttempts } from './load-attempts.ts'

type Attempt = Awaited<ReturnType<typeof loadAttempts>>[number]

const uuidPattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

const folded = (text: string): SQL => foldedText(sql`${text}::text`)

/** An id that a log or a trace names, or an order's name as the customer writes it, with or without `#`. */
const meaningOf = (text: string): SQL =>
  uuidPattern.test(text)
    ? sql`(a.attempt_id = ${text}::uuid or a.submission_id = ${text}::uuid or a.request_id = ${text})`
    : sql`(${foldedText(sql`o.name`)} in (${folded(text)}, ${folded(`#${text}`)}) or a.request_id = ${text})`

const conditionsOf = (input: FindAttempts): SQL[] => {
  const after = input.cursor === undefined ? undefined : decodeTimeCursor(input.cursor)
  const search = input.search?.trim() ?? ''
  return [
    ...(input.shopId === undefined ? [] : [sql`a.shop_id = ${input.shopId}`]),
    ...(input.orderId === undefined ? [] : [sql`o.id = ${input.orderId}`]),
    ...(input.lineItemId === undefined ? [] : [sql`a.line_item_id = ${input.lineItemId}`]),
    ...(input.customerId === undefined ? [] : [sql`o.customer_id = ${input.customerId}`]),
    ...(search === '' ? [] : [meaningOf(search)]),
    ...(after === undefined ? [] : [sql`(a.started_at, a.attempt_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`]),
  ]
}

/**
 * Failed attempts of whatever incident, newest first: of a shop, an order, a line item, a customer, or those
 * that an id or an order's name finds.
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
