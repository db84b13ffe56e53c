import { product } from '@afterword/db/schema'
import { DomainError, type ErrorCode } from '@afterword/errors'
import { parseAmount } from '@afterword/validation/primitives/money'
import type { PlatformProduct } from '@afterword/validation/shopify/product'
import { parseVariantPrices } from '@afterword/validation/price/variant-prices'
import { and, eq } from 'drizzle-orm'
import { writeAudit } from '../../../kernel/audit.ts'
import { hasChanges } from '../../../kernel/has-changes.ts'
import type { DeliveryResult, ShopScope } from '../../../shop/shop-scope.ts'

type ProductRow = typeof product.$inferSelect
type PriceColumns = Pick<ProductRow, 'priceMinor' | 'compareAtMinor' | 'isPriceFrom' | 'currency'>

/** What becomes of the stored prices: `kept` is the reason when the message's prices were refused. */
interface PriceReading {
  readonly columns: PriceColumns
  readonly kept: ErrorCode | null
}

/** The selling prices that can be read alone, when nothing good is stored yet. */
const readFirstPrice = (prices: PlatformProduct['prices'], stored: PriceColumns): PriceColumns => {
  const { currency } = stored
  const readable = prices.filter(({ price }) => parseAmount(price, currency) !== null)
  if (readable.length === 0) return stored
  const selling = readable.map(({ price }) => ({ price, compareAt: null }))
  return { ...parseVariantPrices(selling, currency), currency }
}

/**
 * Reads the variants' prices. When one of them is nonsense the last good ones stay, because a new price
 * beside an old compare-at price was never told by anybody.
 */
const readPrices = (prices: PlatformProduct['prices'], currency: string, stored: ProductRow): PriceReading => {
  if (prices.length === 0) return { columns: stored, kept: null }
  try {
    return { columns: { ...parseVariantPrices(prices, currency), currency }, kept: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const columns = stored.priceMinor === null ? readFirstPrice(prices, { ...stored, currency }) : stored
    return { columns, kept: error.code }
  }
}

/** The product's row, made if it was not there, locked until the transaction ends. */
const lockProduct = async ({ tx, shop }: ShopScope, message: PlatformProduct): Promise<ProductRow> => {
  const { platformId } = message
  const title = message.title ?? message.handle ?? platformId
  await tx.insert(product).values({ shopId: shop.id, platformId, title, currency: shop.currency }).onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(product)
    .where(and(eq(product.shopId, shop.id), eq(product.platformId, platformId)))
    .for('update')
  if (row === undefined) throw new Error('a product that was just made is not there')
  return row
}

/**
 * Applies what the platform says of a product. An older message than the last applied one is ignored
 * (`stale`), and so is one about a deleted product (`product_deleted`). A price or compare-at price
 * that is nonsense is left out, with its code as the reason, and the rest is applied.
 */
export const applyProduct = async (scope: ShopScope, message: PlatformProduct): Promise<DeliveryResult> => {
  const { tx, ctx, shop } = scope
  const stored = await lockProduct(scope, message)
  if (stored.deletedAt !== null) return { outcome: 'ignored', reason: 'product_deleted' }
  const toldAt = message.updatedAt ?? new Date(0)
  if (stored.platformUpdatedAt !== null && toldAt < stored.platformUpdatedAt) {
    return { outcome: 'ignored', reason: 'stale' }
  }
  const { columns, kept } = readPrices(message.prices, shop.currency, stored)
  const { title, handle, imageUrl } = message
  const told = {
    title: title ?? stored.title,
    handle,
    imageUrl,
    platformUpdatedAt: toldAt,
    priceMinor: columns.priceMinor,
    compareAtMinor: columns.compareAtMinor,
    isPriceFrom: columns.isPriceFrom,
    currency: columns.currency,
    status: message.status ?? stored.status,
  }
  if (hasChanges(stored, told)) {
    await tx
      .update(product)
      .set(told)
      .where(and(eq(product.shopId, shop.id), eq(product.id, stored.id)))
    const { priceMinor, compareAtMinor, currency } = columns
    const details = { priceMinor, compareAtMinor, currency, ...(kept === null ? {} : { kept }) }
    await writeAudit(tx, ctx, { shopId: shop.id, action: 'product.update', subjectId: stored.id, details })
  }
  return { outcome: 'processed', reason: kept }
}
