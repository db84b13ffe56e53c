import type { ListReviewRequests } from '@afterword/validation/request/schema'
import type { ReviewRequestRow } from '@afterword/validation/request/schema'
import { customer, order, reviewRequest } from '@afterword/db/schema'
import type { Page } from '@afterword/validation/primitives/pagination'
import { and, desc, eq, sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { isAfterCursor, toPage } from '../../kernel/page-cursor.ts'
import { mailedCustomer } from './mailed-customer.ts'
import { requestState } from './request-state.ts'
import { displayName } from '../../orders/display-name.ts'

/** The shop's review requests, newest first, paged by key. @throws DomainError `page_cursor.invalid` */
export const listReviewRequests = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ListReviewRequests
}): Promise<Page<ReviewRequestRow>> => {
  const { shopId } = requireMember(ctx, 'review_request.read')
  const rows = await ctx.db
    .select({
      id: reviewRequest.id,
      orderName: order.name,
      firstName: customer.firstName,
      lastName: customer.lastName,
      state: requestState,
      sendAt: reviewRequest.sendAt,
      sentAt: reviewRequest.sentAt,
      attempts: reviewRequest.attempts,
      lastError: reviewRequest.lastError,
      cancelReason: reviewRequest.cancelReason,
      createdAtText: sql<string>`${reviewRequest.createdAt}::text`,
    })
    .from(reviewRequest)
    .innerJoin(order, and(eq(order.shopId, reviewRequest.shopId), eq(order.id, reviewRequest.orderId)))
    .leftJoin(customer, and(eq(customer.shopId, order.shopId), eq(customer.id, mailedCustomer)))
    .where(
      and(
        eq(reviewRequest.shopId, shopId),
        input.state === undefined ? undefined : sql`${requestState} = ${input.state}`,
        isAfterCursor(input.cursor, [reviewRequest.createdAt, reviewRequest.id]),
      ),
    )
    .orderBy(desc(reviewRequest.createdAt), desc(reviewRequest.id))
    .limit(input.pageSize + 1)
  return toPage(rows, input.pageSize, {
    item: ({ createdAtText: _createdAtText, firstName, lastName, ...row }) => ({
      ...row,
      customerName: displayName({ firstName, lastName }),
    }),
    keyOf: (row) => [row.createdAtText, row.id],
  })
}
