import type { Executor } from '@afterword/db/connection/client'
import { highestRating, lowestRating } from '@afterword/validation/review/rating'
import { review, reviewReply } from '@afterword/db/schema'
import { defineStatement } from '@afterword/db/connection/statement'
import { encodeId } from '@afterword/validation/primitives/ids'
import type { PublicReview, PublicReviewPage, StorefrontSort } from '@afterword/validation/storefront/schema'
import { type SQL, sql } from 'drizzle-orm'
import type { ServiceDeps } from '../../kernel/context.ts'
import { decodeRankedCursor, toPage } from '../../kernel/page-cursor.ts'
import { findPublicProduct, publicProductId, publicShopId, toStoredNames } from './internal/find-public-product.ts'

/**
 * What each order ranks by before time and id, always falling: so one row comparison continues any
 * list, and each has an index of its own. `newest` has no rank.
 */
const rankBySort = {
  newest: null,
  highest: sql`${review.rating}`,
  lowest: sql`(${sql.raw(String(lowestRating + highestRating))} - ${review.rating})`,
  helpful: sql`${review.helpfulCount}`,
} as const satisfies Record<StorefrontSort, SQL | null>

export interface ListPublicReviewsInput {
  readonly shopAccessCode: string
  readonly platformProductId: string
  readonly sort: StorefrontSort
  readonly rating?: number | undefined
  readonly cursor?: string | undefined
  readonly pageSize: number
}

/** Times are Postgres' text. */
interface ReviewRow {
  readonly id: string
  readonly rating: number
  readonly title: string | null
  readonly body: string
  readonly author: string
  readonly createdAt: string
  readonly verified: boolean
  readonly helpfulCount: number
  readonly replyBody: string | null
  readonly replyCreatedAt: string | null
  readonly publishedAt: string
  readonly rank: number
}

const value = (name: string): SQL => sql`${sql.placeholder(name)}`

const afterKey = (rank: SQL | null): SQL =>
  rank === null
    ? sql`and (${review.publishedAt}, ${review.id}) < (${value('time')}::timestamptz, ${value('id')}::uuid)`
    : sql`and (${rank}, ${review.publishedAt}, ${review.id})
        < (${value('rank')}::int, ${value('time')}::timestamptz, ${value('id')}::uuid)`

const definePage = (rank: SQL | null, { isRated, isContinued }: { isRated: boolean; isContinued: boolean }) =>
  defineStatement<ReviewRow>(
    // The status is a literal, not a parameter: only so does the planner know that the partial indexes fit.
    () => sql`
      select ${review.id}, ${review.rating}, ${review.title}, ${review.body}, ${review.authorName} as author,
        ${review.createdAt} as "createdAt", ${review.isVerified} as verified, ${review.helpfulCount} as "helpfulCount",
        ${reviewReply.body} as "replyBody", ${reviewReply.createdAt} as "replyCreatedAt",
        ${review.publishedAt} as "publishedAt", ${rank ?? sql`0`} as rank
      from ${review}
      left join ${reviewReply} on ${reviewReply.shopId} = ${review.shopId} and ${reviewReply.reviewId} = ${review.id}
      where ${review.shopId} = ${publicShopId} and ${review.productId} = ${publicProductId}
        and ${review.status} = 'published'
        ${isRated ? sql`and ${review.rating} = ${value('rating')}` : sql``}
        ${isContinued ? afterKey(rank) : sql``}
      order by ${rank === null ? sql`` : sql`${rank} desc,`} ${review.publishedAt} desc, ${review.id} desc
      limit ${value('limit')}`,
  )

/** The four forms of an order's list, each put together once. */
const definePages = (rank: SQL | null) => ({
  all: definePage(rank, { isRated: false, isContinued: false }),
  allAfter: definePage(rank, { isRated: false, isContinued: true }),
  rated: definePage(rank, { isRated: true, isContinued: false }),
  ratedAfter: definePage(rank, { isRated: true, isContinued: true }),
})

const pagesBySort = {
  newest: definePages(rankBySort.newest),
  highest: definePages(rankBySort.highest),
  lowest: definePages(rankBySort.lowest),
  helpful: definePages(rankBySort.helpful),
} as const satisfies Record<StorefrontSort, ReturnType<typeof definePages>>

const readRows = async (db: Executor, input: ListPublicReviewsInput): Promise<readonly ReviewRow[]> => {
  const { shopAccessCode, platformProductId, sort, rating, cursor, pageSize } = input
  const [rank, time, id] = cursor === undefined ? [] : decodeRankedCursor(cursor)
  const pages = pagesBySort[sort]
  const values = { shopAccessCode, platformProductId, rating, rank, time, id, limit: pageSize + 1 }
  if (rating === undefined) return await (cursor === undefined ? pages.all : pages.allAfter)(db, values)
  return await (cursor === undefined ? pages.rated : pages.ratedAfter)(db, values)
}

const toIso = (time: string): string => new Date(time).toISOString()

const toPublicReview = (row: ReviewRow): PublicReview => ({
  id: encodeId('review', row.id),
  rating: row.rating,
  title: row.title,
  body: row.body,
  author: row.author,
  createdAt: toIso(row.createdAt),
  verified: row.verified,
  helpfulCount: row.helpfulCount,
  reply:
    row.replyBody === null || row.replyCreatedAt === null
      ? null
      : { body: row.replyBody, createdAt: toIso(row.replyCreatedAt) },
})

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
  const rows = await readRows(ctx.db, { ...input, ...toStoredNames(input) })
  // Nothing found: an empty page, or names that nobody has. Only then is that asked.
  if (rows.length === 0) await findPublicProduct(ctx.db, input)
  return toPage(rows, input.pageSize, {
    item: toPublicReview,
    keyOf: (row) => [row.rank, row.publishedAt, row.id],
  })
}
