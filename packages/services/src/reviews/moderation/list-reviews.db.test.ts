import type { ListReviews } from '@afterword/validation/review/moderation'
import { order, webhookDelivery } from '@afterword/db/schema'
import { createProduct, createReview, createReviewRequest, createOrder } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { listReviewsSchema } from '@afterword/validation/review/moderation'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { encodeCursor } from '../../kernel/page-cursor.ts'
import { listProducts } from '../../orders/list-products.ts'
import { listReviewRequests } from '../../asking/request/list-review-requests.ts'
import { createMember, createReviewShop, createReviewWorld } from '../../testing/review-world.ts'
import { listDeliveries } from '../../platform/webhook/list-deliveries.ts'
import { listReviews } from './list-reviews.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const world = createReviewWorld(db)
const operator = world.contextOf({ kind: 'operator', userId: randomUUID(), sessionId: randomUUID() })

const createWorkplace = async () => {
  const own = await createReviewShop(db)
  const ctx = world.contextOf(await createMember(db, own.shop.id, 'viewer'))
  const list = async (input: Partial<ListReviews> = {}) =>
    await listReviews({ ctx, input: { pageSize: 100, ...input } })
  const add = async (values: Partial<Parameters<typeof createReview>[1]>) =>
    await createReview(db, { shopId: own.shop.id, productId: own.product.id, ...values })
  return { ...own, ctx, list, add }
}

/** Follows the pages of a list to its end. */
const readAll = async <Item>(
  load: (cursor: string | undefined) => Promise<{ items: Item[]; nextCursor: string | null }>,
  between: () => Promise<unknown> = async () => await Promise.resolve(),
): Promise<Item[]> => {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const page = await load(cursor)
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
    await between()
  } while (cursor !== undefined)
  return items
}

/** Rows whose times tie, or differ by one microsecond, which a JavaScript Date cannot tell. */
const spreadTimes = async (table: string, column: string, shopId: string): Promise<void> => {
  await db.execute(sql`
    update ${sql.identifier(table)} t set ${sql.identifier(column)} =
      timestamptz '2026-01-01 10:00:00+00' + make_interval(secs => (n.number / 3) * 0.000001)
    from (select ctid, row_number() over () as number from ${sql.identifier(table)} where shop_id = ${shopId}) n
    where t.ctid = n.ctid`)
}

describe('paging by key', () => {
  test('meets every review once, newest first, when times tie to the microsecond', async () => {
    const { shop, list, add } = await createWorkplace()
    const ids = new Set<string>()
    for (let index = 0; index < 31; index += 1) ids.add((await add({})).id)
    await spreadTimes('review', 'created_at', shop.id)
    const expected = await db.execute<{ id: string }>(
      sql`select id from review where shop_id = ${shop.id} order by created_at desc, id desc`,
    )
    for (const pageSize of [1, 2, 7, 30, 31, 32]) {
      const items = await readAll(async (cursor) => await list({ pageSize, cursor }))
      expect(items.map((item) => item.id)).toEqual(expected.map((row) => row.id))
    }
  })

  test('meets none twice and misses none that was there, while others are written', async () => {
    const { list, add } = await createWorkplace()
    const there: string[] = []
    for (let index = 0; index < 12; index += 1) there.push((await add({})).id)
    const items = await readAll(
      async (cursor) => await list({ pageSize: 3, cursor }),
      async () => await add({}),
    )
    const ids = items.map((item) => item.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(there))
  })

  test.each([
    '',
    'x',
    '%',
    encodeCursor([]),
    encodeCursor(['yesterday', randomUUID()]),
    encodeCursor(['2026-02-30 00:00:00+00', randomUUID()]),
  ])('refuses a cursor that is not one of ours: %j', async (cursor) => {
    const { ctx, list } = await createWorkplace()
    const refusal = { code: 'page_cursor.invalid' }
    await expect(list({ cursor })).rejects.toMatchObject(refusal)
    await expect(listReviewRequests({ ctx, input: { pageSize: 1, cursor } })).rejects.toMatchObject(refusal)
    if (cursor.length < 60) {
      await expect(listDeliveries({ ctx: operator, input: { pageSize: 1, cursor } })).rejects.toMatchObject(refusal)
    }
  })

  test('works for review requests and webhook deliveries alike, with their states', async () => {
    const { shop, ctx, reviewRequest } = await createWorkplace()
    const states = {
      sent: { sentAt: new Date() },
      cancelled: { cancelledAt: new Date() },
      given_up: { givenUpAt: new Date() },
    }
    for (let round = 0; round < 4; round += 1) {
      for (const values of Object.values(states)) {
        const placed = await createOrder(db, { shopId: shop.id })
        await createReviewRequest(db, { shopId: shop.id, orderId: placed.id, ...values })
        await db.insert(webhookDelivery).values({ shopId: shop.id, webhookId: placed.id, topic: 'x', payload: '{}' })
      }
    }
    await spreadTimes('review_request', 'created_at', shop.id)
    await spreadTimes('webhook_delivery', 'received_at', shop.id)
    const requests = await readAll(async (cursor) => await listReviewRequests({ ctx, input: { pageSize: 5, cursor } }))
    expect(new Set(requests.map((row) => row.id)).size).toBe(13)
    for (const state of ['sent', 'cancelled', 'given_up'] as const) {
      const { items } = await listReviewRequests({ ctx, input: { pageSize: 50, state } })
      expect(items.map((row) => row.state)).toEqual(Array.from({ length: 4 }, () => state))
    }
    const { items } = await listReviewRequests({ ctx, input: { pageSize: 50, state: 'scheduled' } })
    expect(items.map((row) => [row.id, row.customerName])).toEqual([[reviewRequest.id, 'Mina K.']])
    const deliveries = await readAll(
      async (cursor) => await listDeliveries({ ctx: operator, input: { pageSize: 5, cursor } }),
    )
    expect(new Set(deliveries.map((row) => row.webhookId)).size).toBe(12)
    expect(new Set(deliveries.map((row) => row.outcome))).toEqual(new Set(['waiting']))
  })
})

describe('filters', () => {
  test('by state, rating and product each and together give what memory gives', async () => {
    const { shop, product, list, add } = await createWorkplace()
    const other = await createProduct(db, { shopId: shop.id })
    for (let index = 0; index < 40; index += 1) {
      await add({
        rating: (index % 5) + 1,
        status: (['pending', 'published', 'rejected'] as const)[index % 3] ?? 'pending',
        productId: index % 2 === 0 ? product.id : other.id,
      })
    }
    const { items: all } = await list()
    for (const status of [undefined, 'pending', 'rejected'] as const) {
      for (const rating of [undefined, 1, 5]) {
        for (const productId of [undefined, other.id, randomUUID()]) {
          const { items } = await list({ status, rating, productId })
          const inMemory = all.filter(
            (item) =>
              (status === undefined || item.status === status) &&
              (rating === undefined || item.rating === rating) &&
              (productId === undefined || item.product.id === productId),
          )
          expect(items).toEqual(inMemory)
        }
      }
    }
  })

  test('search finds title, text and name in any case, and takes % _ and \\ as they are', async () => {
    const { list, add } = await createWorkplace()
    await add({ title: '100% wool', body: 'plain', authorName: 'Ann' })
    await add({ title: null, body: 'under_score and back\\slash', authorName: 'Bob' })
    await add({ title: 'x', body: '따뜻하고 부드러워요', authorName: 'Ünal' })
    const find = async (search: string) => (await list({ search })).items.map((item) => item.authorName).toSorted()
    expect(await find('100% WOOL')).toEqual(['Ann'])
    expect(await find('%')).toEqual(['Ann'])
    expect(await find('_')).toEqual(['Bob'])
    expect(await find('\\')).toEqual(['Bob'])
    expect(await find('부드러')).toEqual(['Ünal'])
    expect(await find('ann')).toEqual(['Ann'])
    expect(await find('  ')).toEqual(['Ann', 'Bob', 'Ünal'])
    expect(await find('ÜNAL')).toEqual(['Ünal'])
    expect(await find('u\u0308nal')).toEqual(['Ünal'])
    expect(await find('％')).toEqual(['Ann'])
    expect(await find('wool plain')).toEqual(['Ann'])
  })

  test('search finds a name as it is shown', async () => {
    const { list, add } = await createWorkplace()
    for (const authorName of ['조*빈', '조수빈', 'Jane D.', 'Jane Doe']) await add({ authorName })
    const find = async (search: string) => (await list({ search })).items.map((item) => item.authorName)
    expect(await find('조*빈')).toEqual(['조*빈'])
    expect(await find('조*빈'.normalize('NFD'))).toEqual(['조*빈'])
    expect(await find('jane d.')).toEqual(['Jane D.'])
  })

  test('no naughty string breaks the search', async () => {
    const shared =
      process.env['AFTERWORD_SHARED_DATA'] ?? path.resolve(import.meta.dirname, '../../../../../../shared/data')
    const file = path.join(shared, 'bad-input/naughty-strings/blns.json')
    const known = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as string[]) : []
    const { list, add } = await createWorkplace()
    await add({})
    for (const text of ['\0', 'a\0b', '\uD800', '\\', '\\\\', '%'.repeat(200), '_\\%', ...known]) {
      const parsed = listReviewsSchema.safeParse({ search: text })
      if (parsed.success) expect((await list(parsed.data)).items.length).toBeLessThanOrEqual(1)
    }
  })

  test('nothing of another shop is in any list', async () => {
    const mine = await createWorkplace()
    const theirs = await createWorkplace()
    await theirs.add({ title: 'theirs' })
    await db.update(order).set({ name: '#theirs' }).where(eq(order.shopId, theirs.shop.id))
    const foreignId = (await theirs.list()).items[0]?.product.id
    expect((await mine.list({ search: 'theirs' })).items).toEqual([])
    expect((await mine.list({ productId: foreignId })).items).toEqual([])
    expect((await listProducts({ ctx: mine.ctx })).map((item) => item.id)).toEqual([mine.product.id])
    const requests = await listReviewRequests({ ctx: mine.ctx, input: { pageSize: 50 } })
    expect(requests.items.map((row) => row.id)).toEqual([mine.reviewRequest.id])
  })

  test('the list of deliveries is the operator’s alone', async () => {
    const { ctx } = await createWorkplace()
    await expect(listDeliveries({ ctx, input: { pageSize: 1 } })).rejects.toMatchObject({ code: 'permission.denied' })
  })
})
