import type { ProductChoice } from '@afterword/validation/review/moderation'
import { product } from '@afterword/db/schema'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { requireMember } from '../kernel/access.ts'
import type { ServiceContext } from '../kernel/context.ts'

/** Enough for a filter's list; a larger catalogue is narrowed by `search`. */
const maxProducts = 200

/** The shop's products by title, for choosing one. */
export const listProducts = async ({ ctx }: { ctx: ServiceContext }): Promise<ProductChoice[]> => {
  const { shopId } = requireMember(ctx, 'product.read')
  return await ctx.db
    .select({ id: product.id, title: product.title, imageUrl: product.imageUrl })
    .from(product)
    .where(and(eq(product.shopId, shopId), isNull(product.deletedAt)))
    .orderBy(asc(product.title), asc(product.id))
    .limit(maxProducts)
}
