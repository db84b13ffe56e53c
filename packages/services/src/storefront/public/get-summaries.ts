import type { PublicSummaries } from '@afterword/validation/storefront/schema'
import { sql } from 'drizzle-orm'
import type { ServiceDeps } from '../../kernel/context.ts'
import { getShopCard } from '../../shop/get-shop-card.ts'
import { defineSummaries, toPublicSummary } from './internal/public-summary.ts'

/** One text of ids, which have no comma in them. */
const findSummaries = defineSummaries(sql`= any(string_to_array(${sql.placeholder('platformProductIds')}, ','))`)

/**
 * The summaries of many products of a shop at once, in the order asked for; unknown products are left out.
 *
 * @param input.platformProductIds  As `storefrontProductsSchema` reads them: distinct ids, bounded in number.
 * @throws DomainError `shop.not_found`
 */
export const getSummaries = async ({
  ctx,
  input,
}: {
  ctx: Pick<ServiceDeps, 'db'>
  input: { readonly shopAccessCode: string; readonly platformProductIds: readonly string[] }
}): Promise<PublicSummaries> => {
  const { shopAccessCode, platformProductIds } = input
  const rows = shopAccessCode.includes('\0')
    ? []
    : await findSummaries(ctx.db, { shopAccessCode, platformProductIds: platformProductIds.join(',') })
  // Nothing found: no such products, or no such shop. Only then is that asked.
  if (rows.length === 0) await getShopCard({ ctx, input })
  const known = new Map(rows.map((row) => [row.platformId, toPublicSummary(row)]))
  return { items: platformProductIds.flatMap((id) => known.get(id) ?? []) }
}
