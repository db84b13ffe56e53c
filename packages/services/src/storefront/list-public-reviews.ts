import { review, reviewReply } from '@afterword/db/schema'
import { encodeId } from '@afterword/validation/ids'
import type { PublicReviewPage, StorefrontSort } from '@afterword/validation/storefront'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { ServiceDeps } from '../context.ts'
import { decodeRankedCursor, toPage } from '../page-cursor.ts'
import { findPublicProduct, publicProductIds } from './find-public-product.ts'

/**
 * What each order ranks by before time and id, always falling: so one row comparison continues any
 * list, and each has an index of its own. `newest` has no rank.
 */
const rankBySort = {
  newest: null,
  highest: sql<number>`${review.rating}`,
  lowest: sql<number>`(6 - ${review.rating})`,
  helpful: sql<number>`${review.helpfulCount}`,
} as const satisfies Record<StorefrontSort, SQL<number> | null>

export interface ListPublicReviewsInput {
  readonly shopAccessCode: string
  readonly platformProductId: string
  readonly sort: StorefrontSort
  readonly rating?: number | undefined
  readonly cursor?: string | undefined
  readonly pageSize: number
}

const isAfter = (rank: SQL<number> | null, cursor: string | undefined): SQL | undefined => {
  if (cursor === undefined) return undefined
  const [rankValue, time, id] = decodeRankedCursor(cursor)
  return rank === null
    ? sql`(${review.publishedAt}, ${review.id}) < (${time}::timestamptz, ${id}::uuid)`
    : sql`(${rank}, ${review.publishedAt}, ${review.id}) < (${rankValue}::int, ${time}::timestamptz, ${id}::uuid)`
}

/**
 * A product's published reviews, paged by key: the cost of a page does not grow with its number.
 *
 * @throws DomainError `shop.not_found`, `product.not_found`, `page_cursor.invalid`
 */
export const listPublicReviews = async ({
  ctx,
  input,
}: {
  ctx: Pick<ServiceDeps, 'db'>
  input: ListPublicReviewsInput
}): Promise<PublicReviewPage> => {
  const rank = rankBySort[input.sort]
  const { shopId, productId } = publicProductIds(ctx.db, input)
  const rows = await ctx.db
    .select({
      id: review.id,
      rating: review.rating,
      title: review.title,
      body: review.body,
      author: review.authorName,
      createdAt: review.createdAt,
      verified: review.isVerified,
      helpfulCount: review.helpfulCount,
      reply: { body: reviewReply.body, createdAt: reviewReply.createdAt },
      publishedAtText: sql<string>`${review.publishedAt}::text`,
      rank: rank ?? sql<number>`0`,
    })
    .from(review)
    .leftJoin(reviewReply, and(eq(reviewReply.shopId, review.shopId), eq(reviewReply.reviewId, review.id)))
    .where(
      and(
        sql`${review.shopId} = ${shopId}`,
        sql`${review.productId} = ${productId}`,
        // A literal, not a parameter: only so does the planner know that the partial indexes fit.
        sql`${review.status} = 'published'`,
        input.rating === undefined ? undefined : eq(review.rating, input.rating),
        isAfter(rank, input.cursor),
      ),
    )
    .orderBy(...(rank === null ? [] : [desc(rank)]), desc(review.publishedAt), desc(review.id))
    .limit(input.pageSize + 1)
  // Nothing found: an empty page, or names that nobody has. Only then is that asked.
  if (rows.length === 0) await findPublicProduct(ctx.db, input)
  return toPage(rows, input.pageSize, {
    item: ({ publishedAtText: _publishedAtText, rank: _rank, id, createdAt, reply, ...item }) => ({
      ...item,
      id: encodeId('review', id),
      createdAt: createdAt.toISOString(),
      reply: reply === null ? null : { body: reply.body, createdAt: reply.createdAt.toISOString() },
    }),
    keyOf: (row) => [row.rank, row.publishedAtText, row.id],
  })
}
