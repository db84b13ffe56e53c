import type { Database } from '@afterword/db/connection/client'
import { createProduct, createShop } from '@afterword/db/testing/factories'
import { sql } from 'drizzle-orm'

export const reviewCount = 100_000

/** A shop with one product and its 100,000 published reviews of believable length. */
export const seedReviews = async (db: Database): Promise<{ path: string }> => {
  const shop = await createShop(db)
  const product = await createProduct(db, { shopId: shop.id })
  await db.transaction(async (tx) => {
    // On a busy machine it takes longer than any statement of the product may.
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`
      insert into review (shop_id, product_id, rating, title, body, author_name, helpful_count, status, is_verified, published_at)
      select ${shop.id}, ${product.id}, 1 + n % 5, 'Warmer than I expected ' || n,
        repeat('Soft, and it does not shed. ', 2 + n % 9), 'Mina K.', n % 40, 'published', true,
        timestamptz '2024-01-01' + make_interval(mins => n)
      from generate_series(1, ${reviewCount}) n`)
  })
  const fifth = reviewCount / 5
  await db.execute(sql`
    insert into product_rating values (${shop.id}, ${product.id}, ${fifth}, ${fifth}, ${fifth}, ${fifth}, ${fifth})`)
  await db.execute(sql`vacuum analyze review`)
  return { path: `/storefront/v1/${shop.accessCode}/products/${product.platformId}` }
}
