import { review } from '@afterword/db/schema'
import type { ReviewStatus } from '@afterword/validation/review/schema'
import { count, eq } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'

/** How many reviews of the shop are in each state. */
export const countReviews = async ({ ctx }: { ctx: ServiceContext }): Promise<Record<ReviewStatus, number>> => {
  const { shopId } = requireMember(ctx, 'review.read')
  const rows = await ctx.db
    .select({ status: review.status, count: count() })
    .from(review)
    .where(eq(review.shopId, shopId))
    .groupBy(review.status)
  const counts = { pending: 0, published: 0, rejected: 0 }
  for (const row of rows) counts[row.status] = row.count
  return counts
}
