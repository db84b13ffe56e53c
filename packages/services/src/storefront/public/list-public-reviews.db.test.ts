import type { Database } from '@afterword/db/connection/client'
import { createReview } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { decodeId } from '@afterword/validation/primitives/ids'
import type { StorefrontSort } from '@afterword/validation/storefront/schema'
import { storefrontSorts } from '@afterword/validation/storefront/rules'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { createReviewShop } from '../../testing/review-world.ts'
import { listPublicReviews } from './list-public-reviews.ts'

const { db } = await useTestDatabase()
const { shop, product } = await createReviewShop(db)
const names = { shopAccessCode: shop.accessCode, platformProductId: product.platformId }

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly rating: number
  readonly helpful: number
  /** Text with microseconds, which sorts as the time does. */
  readonly at: string
}
let published: Row[] = []

/** 5,000 published reviews in clumps of equal time, rating and votes, among others that are not public. */
beforeAll(async () => {
  const other = await createReviewShop(db)
  for (const owner of [{ shop, product }, other]) {
    await db.execute(sql`
      insert into review (shop_id, product_id, rating, body, author_name, helpful_count, status, published_at)
      select ${owner.shop.id}, ${owner.product.id}, 1 + n % 5, 'x', 'Mina K.', n % 7,
        case when n % 6 = 5 then 'pending' else 'published' end,
        case when n % 6 = 5 then null
          else timestamptz '2026-01-01 10:00:00+00' + make_interval(secs => (n / 10) * 0.000001) end
      from generate_series(1, 6000) n`)
  }
  await db.execute(sql`analyze review`)
  published = await db.execute<Row>(sql`
    select id, rating, helpful_count as helpful, to_char(published_at, 'YYYY-MM-DD HH24:MI:SS.US') as at
    from review where shop_id = ${shop.id} and product_id = ${product.id} and status = 'published'`)
})

const rankOf = {
  newest: () => 0,
  highest: (row) => row.rating,
  lowest: (row) => 6 - row.rating,
  helpful: (row) => row.helpful,
} satisfies Record<StorefrontSort, (row: Row) => number>
const keyOf = (sort: StorefrontSort, row: Row): string => `${rankOf[sort](row)} ${row.at} ${row.id}`
const sortInMemory = (sort: StorefrontSort, rating: number | undefined): string[] =>
  published
    .filter((row) => rating === undefined || row.rating === rating)
    .toSorted((a, b) => (keyOf(sort, a) < keyOf(sort, b) ? 1 : -1))
    .map((row) => row.id)

const readAll = async (
  sort: StorefrontSort,
  rating: number | undefined,
  pageSize: number,
): Promise<(string | null)[]> => {
  const ids: (string | null)[] = []
  let cursor: string | undefined
  do {
    const page = await listPublicReviews({ ctx: { db }, input: { ...names, sort, rating, pageSize, cursor } })
    ids.push(...page.items.map((item) => decodeId('review', item.id)))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return ids
}

describe.each(storefrontSorts)('%s', (sort) => {
  test.each([undefined, 1, 3, 5])('in pages is what sorting in memory gives (rating %s)', async (rating) => {
    expect(await readAll(sort, rating, 97)).toEqual(sortInMemory(sort, rating))
  })

  test('reads each page from its index and sorts nothing', async () => {
    const first = await listPublicReviews({ ctx: { db }, input: { ...names, sort, pageSize: 10 } })
    for (const cursor of [undefined, first.nextCursor ?? undefined]) {
      const plan = await explain(async (recording) => {
        await listPublicReviews({ ctx: { db: recording }, input: { ...names, sort, pageSize: 10, cursor } })
      })
      expect(plan).toContain(`review_public_${sort === 'highest' ? 'rating' : sort}`)
      expect(plan).not.toMatch(/Sort|Seq Scan on review\b/)
    }
  })
})

/** The plan of the last query on `review` that `run` makes. */
const explain = async (run: (recording: Database) => Promise<void>): Promise<string> => {
  const statements: { query: string; params: readonly unknown[] }[] = []
  const client = new Proxy(db.$client, {
    get(target, key, receiver) {
      if (key !== 'unsafe') return Reflect.get(target, key, receiver)
      return (...[query, params = []]: Parameters<typeof target.unsafe>) => {
        statements.push({ query, params })
        return target.unsafe(query, params)
      }
    },
  })
  const recording = new Proxy(db, {
    get: (target, key, receiver) => (key === '$client' ? client : Reflect.get(target, key, receiver)),
  })
  await run(recording)
  const last = statements.findLast(({ query }) => query.includes('from "review"'))
  const text = (last?.query ?? '').replaceAll(/\$(\d+)/g, (_match, number: string) => {
    const value = last?.params[Number(number) - 1]
    return typeof value === 'number' ? String(value) : `'${String(value)}'`
  })
  const rows = await db.execute<{ 'QUERY PLAN': string }>(sql.raw(`explain ${text}`))
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('a review published between two pages moves nothing and is seen at once on the first', async () => {
  const load = async (cursor?: string) =>
    await listPublicReviews({ ctx: { db }, input: { ...names, sort: 'newest', pageSize: 5, cursor } })
  const first = await load()
  const expected = await load(first.nextCursor ?? undefined)
  const { id } = await createReview(db, {
    shopId: shop.id,
    productId: product.id,
    status: 'published',
    publishedAt: new Date(),
  })
  expect(await load(first.nextCursor ?? undefined)).toEqual(expected)
  expect(decodeId('review', (await load()).items[0]?.id ?? '')).toBe(id)
})
