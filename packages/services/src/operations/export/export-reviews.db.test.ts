import { auditLog, product, review, reviewReply } from '@afterword/db/schema'
import { createReview } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { encodeId } from '@afterword/validation/primitives/ids'
import { and, asc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readCsv } from '../../testing/read-csv.ts'
import { createMember, createReviewShop, createReviewWorld } from '../../testing/review-world.ts'
import { exportPageSize, exportReviews } from './export-reviews.ts'

const { db } = await useTestDatabase()
const world = createReviewWorld(db)

const prepare = async () => {
  const story = await createReviewShop(db)
  const owner = { ...(await createMember(db, story.shop.id, 'owner')), isRecent: true }
  return { ...story, owner, ctx: world.contextOf(owner) }
}
const readAll = async (pieces: AsyncIterable<string>): Promise<string[]> => {
  const read: string[] = []
  for await (const piece of pieces) read.push(piece)
  return read
}
const toRecords = (text: string): Record<string, string>[] => {
  const [head = [], ...rows] = readCsv(text)
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index] ?? '', cell])))
}
const addReviews = async (shopId: string, productId: string, count: number): Promise<void> => {
  await db.execute(sql`
    insert into ${review} (shop_id, product_id, rating, title, body, author_name, status)
    select ${shopId}, ${productId}, 1 + n % 5, 'Title ' || n, repeat('Soft, "warm"' || chr(10), 1 + n % 9) || n, 'Mina', 'published'
    from generate_series(1, ${count}) n`)
}

test('20,000 reviews are all there, once, in pieces no larger than a page', async () => {
  const { shop, product: of, ctx } = await prepare()
  await addReviews(shop.id, of.id, 20_000)
  const pieces = await readAll(await exportReviews({ ctx }))
  for (const piece of pieces) expect(readCsv(piece).length).toBeLessThanOrEqual(exportPageSize)
  const records = toRecords(pieces.join(''))
  const stored = await db.select().from(review).where(eq(review.shopId, shop.id)).orderBy(asc(review.id))
  expect(stored).toHaveLength(20_000)
  expect(
    records.map(({ review_id: id, rating, title, body, created_at: at }) => [id, rating, title, body, at]),
  ).toEqual(
    stored.map((row) => [
      encodeId('review', row.id),
      String(row.rating),
      row.title,
      row.body,
      row.createdAt.toISOString(),
    ]),
  )
})

test('the next page is read when the one before was taken, and none when the reader goes away', async () => {
  const { shop, product: of, ctx } = await prepare()
  await addReviews(shop.id, of.id, exportPageSize)
  const pieces = await exportReviews({ ctx })
  await pieces.next()
  const first = await pieces.next()
  expect(readCsv(first.value ?? '')).toHaveLength(exportPageSize)
  // Had the second page been read ahead, it would have been empty.
  await addReviews(shop.id, of.id, 3)
  expect(readCsv((await pieces.next()).value ?? '')).toHaveLength(3)
  await pieces.return()
  expect(await pieces.next()).toEqual({ done: true, value: undefined })
})

test('every column of a review is there, and formulas are not run', async () => {
  const { shop, product: of, customer, lineItem, owner, ctx } = await prepare()
  await db
    .update(product)
    .set({ handle: 'merino-throw' })
    .where(and(eq(product.shopId, shop.id), eq(product.id, of.id)))
  const at = new Date('2026-03-01T10:00:00Z')
  const one = await createReview(db, {
    shopId: shop.id,
    productId: of.id,
    lineItemId: lineItem.id,
    customerId: customer.id,
    rating: 2,
    title: '=cmd|calc',
    body: 'Kratzt, "leider"\nsehr. 😕',
    authorName: '@Mina',
    locale: 'de',
    status: 'rejected',
    rejectReason: 'spam',
    isVerified: true,
    helpfulCount: 0,
    createdAt: at,
    publishedAt: null,
    editedAt: at,
  })
  await db
    .insert(reviewReply)
    .values({ shopId: shop.id, reviewId: one.id, body: '-10% next time', authorUserId: owner.userId, createdAt: at })
  const [record] = toRecords((await readAll(await exportReviews({ ctx }))).join(''))
  expect(record).toEqual({
    product_handle: 'merino-throw',
    state: 'unpublished',
    rating: '2',
    title: "'=cmd|calc",
    author: "'@Mina",
    email: customer.email,
    location: '',
    body: 'Kratzt, "leider"\nsehr. 😕',
    reply: "'-10% next time",
    created_at: '2026-03-01T10:00:00.000Z',
    replied_at: '2026-03-01T10:00:00.000Z',
    product_id: of.platformId,
    product_title: of.title,
    status: 'rejected',
    reject_reason: 'spam',
    verified_purchase: 'true',
    locale: 'de',
    helpful_count: '0',
    published_at: '',
    edited_at: '2026-03-01T10:00:00.000Z',
    review_id: encodeId('review', one.id),
  })
})

test('is for owners who proved lately who they are, of their own shop, and is written down', async () => {
  const { shop, owner, product: of, ctx } = await prepare()
  const other = await prepare()
  await createReview(db, { shopId: other.shop.id, productId: other.product.id, body: 'Of another shop' })
  await createReview(db, { shopId: shop.id, productId: of.id, body: 'Of this shop' })
  const ask = async (changes: object) => await exportReviews({ ctx: world.contextOf({ ...owner, ...changes }) })
  await expect(ask({ isRecent: false })).rejects.toMatchObject({ code: 'step_up.required' })
  for (const role of ['moderator', 'viewer']) {
    await expect(ask({ role })).rejects.toMatchObject({ code: 'permission.denied' })
  }
  const text = (await readAll(await exportReviews({ ctx }))).join('')
  expect(text).toContain('Of this shop')
  expect(text).not.toContain('Of another shop')
  const rows = await db.select().from(auditLog).where(eq(auditLog.shopId, shop.id))
  expect(rows).toMatchObject([{ action: 'review.export', actorId: owner.userId }])
})

test('a spreadsheet knows the file for UTF-8: it begins with a byte-order mark, and has no other', async () => {
  const { shop, product: of, ctx } = await prepare()
  await addReviews(shop.id, of.id, exportPageSize + 1)
  await createReview(db, { shopId: shop.id, productId: of.id, body: '따뜻해요', authorName: '조*빈' })
  const text = (await readAll(await exportReviews({ ctx }))).join('')
  expect(text.lastIndexOf('\uFEFF')).toBe(0)
  expect(toRecords(text).at(-1)).toMatchObject({ product_handle: '', body: '따뜻해요', author: '조*빈' })
})

test('a shop without reviews gives the columns alone', async () => {
  const { ctx } = await prepare()
  expect((await readAll(await exportReviews({ ctx }))).join('')).toMatch(
    /^\uFEFF"product_handle","state",[^\n]+,"review_id"\r\n$/,
  )
})
