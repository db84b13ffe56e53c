import { linkHit, reviewRequest } from '@afterword/db/schema'
import { createLineItem, createReview, createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { getDeliveryOverview } from './get-delivery-overview.ts'

const { db } = await useTestDatabase()

type Hit = (typeof linkHit.$inferInsert)['kind']

interface Fate {
  /** Null: not sent. */
  readonly sentDaysAgo: number | null
  readonly hits?: readonly Hit[]
  readonly reviews?: number
}

const addRequest = async (shopId: string, { sentDaysAgo, hits = [], reviews = 0 }: Fate): Promise<void> => {
  const { order, product, reviewRequest: request } = await createReviewableOrder(db, { shopId })
  if (sentDaysAgo !== null) {
    const sentAt = sql`now() - make_interval(days => ${sentDaysAgo})`
    await db.update(reviewRequest).set({ sentAt }).where(eq(reviewRequest.id, request.id))
  }
  for (const kind of hits) await db.insert(linkHit).values({ shopId, reviewRequestId: request.id, kind })
  for (let turn = 0; turn < reviews; turn += 1) {
    const item = await createLineItem(db, { shopId, orderId: order.id, productId: product.id })
    await createReview(db, { shopId, productId: product.id, lineItemId: item.id })
  }
}

const overviewOf = async (shopId: string) => {
  const ctx = createReviewWorld(db).contextOf(await createMember(db, shopId, 'viewer'))
  const { requestsSent, openedByPeople, openedByScanners, requestsReviewed } = await getDeliveryOverview({ ctx })
  return { requestsSent, openedByPeople, openedByScanners, requestsReviewed }
}

test('what came of older, unsent or another shop’s requests is no part of the figures, however new it is', async () => {
  const [shop, other] = [await createShop(db), await createShop(db)]
  await addRequest(shop.id, { sentDaysAgo: 1 })
  await addRequest(shop.id, { sentDaysAgo: 31, hits: ['opened', 'touched'], reviews: 3 })
  await addRequest(shop.id, { sentDaysAgo: null, hits: ['scanned'], reviews: 1 })
  await addRequest(other.id, { sentDaysAgo: 1, hits: ['opened'], reviews: 1 })
  expect(await overviewOf(shop.id)).toEqual({
    requestsSent: 1,
    openedByPeople: 0,
    openedByScanners: 0,
    requestsReviewed: 0,
  })
})

test('a request counts once, however often it was opened and however many reviews came', async () => {
  const shop = await createShop(db)
  await addRequest(shop.id, { sentDaysAgo: 2, hits: ['scanned', 'opened', 'opened', 'touched'], reviews: 3 })
  await addRequest(shop.id, { sentDaysAgo: 2, hits: ['scanned', 'scanned'] })
  expect(await overviewOf(shop.id)).toEqual({
    requestsSent: 2,
    openedByPeople: 1,
    openedByScanners: 1,
    requestsReviewed: 1,
  })
})

test('a review proves that a person opened the link, though no visit or only a scanner’s was noted', async () => {
  const shop = await createShop(db)
  await addRequest(shop.id, { sentDaysAgo: 2, reviews: 1 })
  await addRequest(shop.id, { sentDaysAgo: 2, hits: ['scanned'], reviews: 1 })
  expect(await overviewOf(shop.id)).toEqual({
    requestsSent: 2,
    openedByPeople: 2,
    openedByScanners: 0,
    requestsReviewed: 2,
  })
})
