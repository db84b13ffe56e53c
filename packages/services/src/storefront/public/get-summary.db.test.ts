import { product, review, reviewVote, shop as shopTable, widget } from '@afterword/db/schema'
import { createProduct, createReview } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import type { PriceLine } from '@afterword/validation/widget/settings'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { getShopCard } from '../../shop/get-shop-card.ts'
import { createMember, createReviewShop, createReviewWorld } from '../../testing/review-world.ts'
import { getWidget } from '../widget/get-widget.ts'
import { saveWidget } from '../widget/save-widget.ts'
import { getDemoStorefront } from './get-demo-storefront.ts'
import { getSummaries } from './get-summaries.ts'
import { getSummary } from './get-summary.ts'
import { summariseRating } from './internal/public-summary.ts'
import { listPublicReviews } from './list-public-reviews.ts'
import { voteHelpful } from './vote-helpful.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const world = createReviewWorld(db)

const settingsOf = (priceLine: PriceLine) =>
  ({ schemaVersion: 1, accentColor: '#123456', pageSize: 7, priceLine }) as const

const createWorkplace = async () => {
  const own = await createReviewShop(db)
  const ctx = world.contextOf(await createMember(db, own.shop.id, 'owner'))
  const names = { shopAccessCode: own.shop.accessCode, platformProductId: own.product.platformId }
  const setPrice = async (values: { priceMinor: number | null; compareAtMinor: number | null; currency?: string }) =>
    await db.update(product).set(values).where(eq(product.id, own.product.id))
  return { ...own, ctx, names, setPrice, summary: async () => await getSummary({ ctx: { db }, input: names }) }
}

describe('the price line', () => {
  test.each<[PriceLine, number | null, number | null, number | null]>([
    [{ mode: 'product' }, 8900, 9900, 9900],
    [{ mode: 'product' }, 8900, 0, null],
    [{ mode: 'product' }, 8900, 8900, null],
    [{ mode: 'product' }, 8900, 100, null],
    [{ mode: 'product' }, 8900, null, null],
    [{ mode: 'product' }, 0, 9900, 9900],
    [{ mode: 'product' }, null, 9900, null],
    [{ mode: 'fixed', compareAtMinor: 0 }, 8900, 9900, null],
    [{ mode: 'fixed', compareAtMinor: 12_000 }, 8900, null, 12_000],
    [{ mode: 'fixed', compareAtMinor: 8900 }, 8900, 9900, null],
    [{ mode: 'fixed', compareAtMinor: 1 }, 0, null, 1],
  ])('%j with price %s and compare-at %s shows %s', async (...[priceLine, priceMinor, compareAtMinor, shown]) => {
    const { ctx, setPrice, summary } = await createWorkplace()
    await setPrice({ priceMinor, compareAtMinor })
    await saveWidget({ ctx, input: { settings: settingsOf(priceLine), baseVersion: 0 } })
    const { product: view, widget: look } = await summary()
    expect(view.price?.amountMinor ?? null).toBe(priceMinor)
    expect(view.compareAt?.amountMinor ?? null).toBe(shown)
    expect(look).toEqual({ accentColor: '#123456', pageSize: 7, showsPrice: true, locale: 'en' })
  })

  test('a fixed amount in the shop’s currency says nothing about a product in another', async () => {
    const { ctx, setPrice, summary } = await createWorkplace()
    await setPrice({ priceMinor: 8900, compareAtMinor: null, currency: 'JPY' })
    await saveWidget({
      ctx,
      input: { settings: settingsOf({ mode: 'fixed', compareAtMinor: 12_000 }), baseVersion: 0 },
    })
    expect((await summary()).product).toMatchObject({ price: { currency: 'JPY' }, compareAt: null })
  })

  test('switched off tells the widget to show none', async () => {
    const { ctx, summary } = await createWorkplace()
    await saveWidget({ ctx, input: { settings: settingsOf({ mode: 'off' }), baseVersion: 0 } })
    expect((await summary()).widget.showsPrice).toBe(false)
  })
})

test('nobody’s rating is 0 of 0; averages have two decimals', () => {
  const stars = { stars1: 0, stars2: 0, stars3: 0, stars4: 0, stars5: 0 }
  expect(summariseRating(null)).toEqual({ average: 0, count: 0, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } })
  expect(summariseRating({ ...stars, stars5: 2, stars4: 1 }).average).toBe(4.67)
  expect(summariseRating({ ...stars, stars1: 100_000, stars5: 1 })).toMatchObject({ average: 1, count: 100_001 })
})

test('a deleted product, another shop’s product and an unknown shop are not found', async () => {
  const mine = await createWorkplace()
  const theirs = await createWorkplace()
  const ask = async (input: object) => await getSummary({ ctx: { db }, input: { ...mine.names, ...input } })
  await expect(ask({ platformProductId: theirs.product.platformId })).rejects.toMatchObject({
    code: 'product.not_found',
  })
  await expect(ask({ shopAccessCode: 'nobody' })).rejects.toMatchObject({ code: 'shop.not_found' })
  await db.update(product).set({ deletedAt: new Date() }).where(eq(product.id, mine.product.id))
  await expect(mine.summary()).rejects.toMatchObject({ code: 'product.not_found' })
})

test('many products are answered as each alone, in the order asked for, without the unknown and other shops’', async () => {
  const mine = await createWorkplace()
  const theirs = await createWorkplace()
  const second = await createProduct(db, { shopId: mine.shop.id, priceMinor: 0 })
  const deleted = await createProduct(db, { shopId: mine.shop.id, deletedAt: new Date() })
  const { shopAccessCode, platformProductId } = mine.names
  const ask = async (...platformProductIds: string[]) =>
    await getSummaries({ ctx: { db }, input: { shopAccessCode, platformProductIds } })
  const alone = async (id: string) =>
    await getSummary({ ctx: { db }, input: { shopAccessCode, platformProductId: id } })
  const { items } = await ask(
    second.platformId,
    'unknown',
    theirs.product.platformId,
    deleted.platformId,
    platformProductId,
  )
  expect(items).toEqual([await alone(second.platformId), await alone(platformProductId)])
  expect(await ask('unknown')).toEqual({ items: [] })
  expect(await ask()).toEqual({ items: [] })
  for (const code of ['nobody', '\0']) {
    const input = { shopAccessCode: code, platformProductIds: [platformProductId] }
    await expect(getSummaries({ ctx: { db }, input })).rejects.toMatchObject({ code: 'shop.not_found' })
  }
})

test('a draft or archived product is not found by strangers, and one that is active or unlisted is', async () => {
  const own = await createWorkplace()
  const shown = await createReview(db, { shopId: own.shop.id, productId: own.product.id, status: 'published' })
  const vote = async () =>
    await voteHelpful({ ctx: world.deps, input: { ...own.names, reviewId: shown.id, address: '192.0.2.1' } })
  const list = async () =>
    await listPublicReviews({ ctx: { db }, input: { ...own.names, sort: 'newest', pageSize: 5 } })
  for (const status of ['draft', 'archived']) {
    await db.update(product).set({ status }).where(eq(product.id, own.product.id))
    await expect(own.summary()).rejects.toMatchObject({ code: 'product.not_found' })
    await expect(list()).rejects.toMatchObject({ code: 'product.not_found' })
    await expect(vote()).rejects.toMatchObject({ code: 'review.not_found' })
  }
  for (const status of ['active', 'unlisted', null]) {
    await db.update(product).set({ status }).where(eq(product.id, own.product.id))
    expect((await own.summary()).product.title).toBe('Merino throw')
    expect((await list()).items).toHaveLength(1)
  }
  expect(await vote()).toEqual({ helpfulCount: 1 })
})

test('a price that is the lowest of several says so', async () => {
  const own = await createWorkplace()
  expect((await own.summary()).product.isPriceFrom).toBe(false)
  await db.update(product).set({ isPriceFrom: true }).where(eq(product.id, own.product.id))
  expect((await own.summary()).product.isPriceFrom).toBe(true)
})

describe('saving the widget', () => {
  test('raises the version, tells of a compare-at of 0, and is read back', async () => {
    const { ctx, shop } = await createWorkplace()
    expect(await getWidget({ ctx })).toMatchObject({ version: 0, settings: { accentColor: shop.accentColor } })
    const settings = settingsOf({ mode: 'fixed', compareAtMinor: 0 })
    expect(await saveWidget({ ctx, input: { settings, baseVersion: 0 } })).toEqual({
      settings,
      version: 1,
      notes: ['compare_at_zero'],
    })
    expect(await getWidget({ ctx })).toMatchObject({ version: 1, settings })
  })

  test('ten at once upon one version: one wins, and no one skips a version', async () => {
    const { ctx, shop } = await createWorkplace()
    const save = async (baseVersion: number) =>
      await saveWidget({ ctx, input: { settings: settingsOf({ mode: 'off' }), baseVersion } })
    for (const baseVersion of [0, 1]) {
      const results = await Promise.allSettled(Array.from({ length: 10 }, async () => await save(baseVersion)))
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    }
    for (const baseVersion of [0, 1, 3, 100, 2 ** 31 - 2]) {
      await expect(save(baseVersion)).rejects.toMatchObject({ code: 'widget.state_changed' })
    }
    const saved = await db
      .select({ version: widget.version })
      .from(widget)
      .where(eq(widget.shopId, shop.id))
      .orderBy(widget.version)
    expect(saved.map((row) => row.version)).toEqual([1, 2])
  })

  test.each(['viewer', 'moderator'] as const)('is not a %s’s', async (role) => {
    const { shop } = await createReviewShop(db)
    const ctx = world.contextOf(await createMember(db, shop.id, role))
    const input = { settings: settingsOf({ mode: 'off' }), baseVersion: 0 }
    await expect(saveWidget({ ctx, input })).rejects.toMatchObject({ code: 'permission.denied' })
  })
})

describe('voting', () => {
  test('counts once per network, also when ten of its addresses send it at once, and keeps no address', async () => {
    const { shop, product: own } = await createReviewShop(db)
    const { id } = await createReview(db, { shopId: shop.id, productId: own.id, status: 'published' })
    const vote = async (address: string) =>
      await voteHelpful({ ctx: world.deps, input: { shopAccessCode: shop.accessCode, reviewId: id, address } })
    await Promise.all(Array.from({ length: 10 }, async () => await vote('192.0.2.1')))
    await Promise.all(Array.from({ length: 10 }, async (_, host) => await vote(`192.0.2.${host}`)))
    await Promise.all(['192.0.3.2', '192.0.4.3', '2001:db8::1', '2001:db8:0:ff::2'].map(vote))
    expect(await vote('192.0.2.1')).toEqual({ helpfulCount: 4 })
    const votes = await db.select().from(reviewVote).where(eq(reviewVote.reviewId, id))
    expect(votes).toHaveLength(4)
    expect(Buffer.concat(votes.map((row) => row.voterHash)).toString('latin1')).not.toContain('192.0.2')
  })

  test('for a review that is not public, or of another shop, is not found', async () => {
    const mine = await createReviewShop(db)
    const theirs = await createReviewShop(db)
    const { id } = await createReview(db, { shopId: theirs.shop.id, productId: theirs.product.id, status: 'published' })
    const { id: pending } = await createReview(db, { shopId: mine.shop.id, productId: mine.product.id })
    for (const reviewId of [id, pending]) {
      const input = { shopAccessCode: mine.shop.accessCode, reviewId, address: '192.0.2.1' }
      await expect(voteHelpful({ ctx: world.deps, input })).rejects.toMatchObject({ code: 'review.not_found' })
    }
    const [row] = await db.select().from(review).where(eq(review.id, id))
    expect(row?.helpfulCount).toBe(0)
  })
})

test('the demo page is a demo shop’s alone; a shop card holds no secret', async () => {
  const { shop, product: own } = await createReviewShop(db)
  const input = { shopAccessCode: shop.accessCode }
  await expect(getDemoStorefront({ ctx: { db }, input })).rejects.toMatchObject({ code: 'shop.not_found' })
  await db.update(shopTable).set({ isDemo: true }).where(eq(shopTable.id, shop.id))
  const { products } = await getDemoStorefront({ ctx: { db }, input })
  expect(products.map((item) => item.platformId)).toEqual([own.platformId])
  const card = await getShopCard({ ctx: { db }, input })
  expect(Object.keys(card)).not.toContain('webhookSecretSealed')
  await expect(getShopCard({ ctx: { db }, input: { shopAccessCode: '\0' } })).rejects.toMatchObject({
    code: 'shop.not_found',
  })
})
