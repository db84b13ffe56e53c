import type { Transaction } from '@afterword/db/connection/client'
import { productRating } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import type { ShopTask } from './shop-task.ts'

/** Products that one statement compares. */
const batchSize = 200

/** Each count of stars, from one to five, by what a product's published reviews say. */
const published = (shopId: string, productId: unknown) => sql`
  select array[count(*) filter (where rating = 1), count(*) filter (where rating = 2),
    count(*) filter (where rating = 3), count(*) filter (where rating = 4), count(*) filter (where rating = 5)
  ]::int[] as stars
  from review where shop_id = ${shopId} and product_id = ${productId} and status = 'published'`

interface Compared extends Record<string, unknown> {
  readonly id: string
  readonly is_off: boolean
}

/**
 * The next products in the order of their ids. One statement sees one moment, in which a rating and the
 * reviews it counts fit whatever else is under way: no lock is taken, and no doubt falls on a rating
 * because somebody is publishing.
 */
const compareBatch = async ({ db, shopId }: ShopTask, after: string): Promise<readonly Compared[]> =>
  await db.execute<Compared>(sql`
    select p.id, counted.stars <> coalesce(array[s.stars1, s.stars2, s.stars3, s.stars4, s.stars5], '{0,0,0,0,0}')
      as is_off
    from (select id from product where shop_id = ${shopId} and id > ${after} order by id limit ${batchSize}) p
    left join product_rating s on s.shop_id = ${shopId} and s.product_id = p.id
    cross join lateral (${published(shopId, sql`p.id`)}) counted
    order by p.id`)

/**
 * Counts a product's reviews again. Anyone who changes one locks it first and the rating last (adjust-rating),
 * and commits both at once. Here the rating alone is locked, and the reviews are read by a later statement:
 * a change that holds the rating has committed by then and is counted, one that waits for it is not seen
 * and adds itself afterwards. No review is locked, so neither waits for the other in a circle.
 */
const recount = async (tx: Transaction, shopId: string, productId: string): Promise<void> => {
  await tx.insert(productRating).values({ shopId, productId }).onConflictDoNothing()
  await tx.execute(sql`select from product_rating where shop_id = ${shopId} and product_id = ${productId} for update`)
  await tx.execute(sql`
    update product_rating set stars1 = stars[1], stars2 = stars[2], stars3 = stars[3], stars4 = stars[4],
      stars5 = stars[5]
    from (${published(shopId, productId)}) counted
    where shop_id = ${shopId} and product_id = ${productId}`)
}

/** Puts the ratings of a shop's products right where they do not fit the reviews. @returns how many of how many */
export const repairRatings = async (task: ShopTask): Promise<{ checked: number; repaired: number }> => {
  const { db, shopId, signal } = task
  let [checked, repaired, after] = [0, 0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    signal.throwIfAborted()
    const batch = await compareBatch(task, after)
    for (const { id } of batch.filter((product) => product.is_off)) {
      await db.transaction(async (tx) => await recount(tx, shopId, id))
      repaired += 1
    }
    checked += batch.length
    after = batch.at(-1)?.id ?? after
    if (batch.length < batchSize) return { checked, repaired }
  }
}
