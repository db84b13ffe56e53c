import type { ListReviews, ModerationReview } from '@afterword/validation/review/moderation'
import { containsFolded } from '@afterword/db/text/folded-text'
import { review } from '@afterword/db/schema'
import type { Page } from '@afterword/validation/primitives/pagination'
import { and, desc, eq, sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { isAfterCursor, toPage } from '../../kernel/page-cursor.ts'
import { selectModerationReviews } from './internal/moderation-review.ts'

/**
 * The shop's reviews, newest first, paged by key.
 *
 * @throws DomainError `page_cursor.invalid`, `access_token.missing`, `permission.denied`
 */
export const listReviews = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ListReviews
}): Promise<Page<ModerationReview>> => {
  const { shopId } = requireMember(ctx, 'review.read')
  const search = input.search?.trim() ?? ''
  const rows = await selectModerationReviews(ctx.db)
    .where(
      and(
        eq(review.shopId, shopId),
        input.status === undefined ? undefined : eq(review.status, input.status),
        input.rating === undefined ? undefined : eq(review.rating, input.rating),
        input.productId === undefined ? undefined : eq(review.productId, input.productId),
        search === ''
          ? undefined
          : containsFolded(
              sql`coalesce(${review.title}, '') || ' ' || ${review.body} || ' ' || ${review.authorName}`,
              search,
            ),
        isAfterCursor(input.cursor, [review.createdAt, review.id]),
      ),
    )
    .orderBy(desc(review.createdAt), desc(review.id))
    .limit(input.pageSize + 1)
  return toPage(rows, input.pageSize, {
    item: ({ createdAtText: _createdAtText, ...item }) => item,
    keyOf: (row) => [row.createdAtText, row.id],
  })
}
