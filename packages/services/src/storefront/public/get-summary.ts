import { DomainError } from '@afterword/errors'
import type { PublicSummary } from '@afterword/validation/storefront/schema'
import { sql } from 'drizzle-orm'
import type { ServiceDeps } from '../../kernel/context.ts'
import { findPublicProduct, type PublicNames, toStoredNames } from './internal/find-public-product.ts'
import { defineSummaries, toPublicSummary } from './internal/public-summary.ts'

const findSummary = defineSummaries(sql`= ${sql.placeholder('platformProductId')}`)

/**
 * A product's public price line and rating, with how the shop wants them shown.
 *
 * @throws DomainError `shop.not_found`, `product.not_found`
 */
export const getSummary = async ({
  ctx,
  input,
}: {
  ctx: Pick<ServiceDeps, 'db'>
  input: PublicNames
}): Promise<PublicSummary> => {
  const names = toStoredNames(input)
  const [row] = await findSummary(ctx.db, { ...names })
  if (row !== undefined) return toPublicSummary(row)
  await findPublicProduct(ctx.db, names)
  throw new DomainError('product.not_found')
}
