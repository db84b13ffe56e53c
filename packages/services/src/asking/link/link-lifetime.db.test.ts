import { linkHit, reviewLink } from '@afterword/db/schema'
import { createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createReviewWorld } from '../../testing/review-world.ts'
import { recordLinkHits } from '../link-hit/record-link-hits.ts'
import { createReviewLinks } from './create-review-links.ts'
import { findReviewLink } from './find-review-link.ts'
import { linkLifetimeDays } from './link-lifetime.ts'

const { db } = await useTestDatabase()
const ctx = createReviewWorld(db).contextOf({ kind: 'anonymous' })
const purposes = ['review', 'unsubscribe'] as const

const mail = async () => {
  const { id: shopId } = await createShop(db)
  const { reviewRequest, customer } = await createReviewableOrder(db, { shopId })
  const wish = { reviewRequestId: reviewRequest.id, lineItemId: null, customerId: customer.id }
  const [review = '', unsubscribe = ''] = await createReviewLinks(
    db,
    shopId,
    purposes.map((purpose) => ({ ...wish, purpose })),
  )
  return { shopId, codes: { review, unsubscribe } }
}
const age = async (shopId: string, days: number): Promise<void> => {
  await db
    .update(reviewLink)
    .set({ expiresAt: sql`${reviewLink.expiresAt} - make_interval(hours => ${days * 24})` })
    .where(eq(reviewLink.shopId, shopId))
}
const opens = async (code: string, purpose: (typeof purposes)[number]): Promise<boolean> =>
  await findReviewLink({ ctx, input: { code, purpose } }).then(
    () => true,
    () => false,
  )
const countsHit = async (shopId: string, code: string): Promise<boolean> => {
  const before = await db.$count(linkHit, eq(linkHit.shopId, shopId))
  await recordLinkHits({ db }, [{ code, at: new Date(), kind: 'opened', uaFamily: null, ipPrefix: null }])
  return (await db.$count(linkHit, eq(linkHit.shopId, shopId))) > before
}

test('each link of a mail opens for its own time and its own purpose', async () => {
  const { shopId, codes } = await mail()
  expect(await opens(codes.review, 'unsubscribe')).toBe(false)
  expect(await opens(codes.unsubscribe, 'review')).toBe(false)
  await age(shopId, linkLifetimeDays.review - 1)
  expect(await opens(codes.review, 'review')).toBe(true)
  await age(shopId, 2)
  expect(await opens(codes.review, 'review')).toBe(false)
  expect(await opens(codes.unsubscribe, 'unsubscribe')).toBe(true)
  await age(shopId, linkLifetimeDays.unsubscribe - linkLifetimeDays.review)
  expect(await opens(codes.unsubscribe, 'unsubscribe')).toBe(false)
})

test('a visit counts exactly while the link opens: not past its time, not when revoked, not of unsubscribing', async () => {
  const { shopId, codes } = await mail()
  expect(await countsHit(shopId, codes.review)).toBe(true)
  expect(await countsHit(shopId, codes.unsubscribe)).toBe(false)
  await db
    .update(reviewLink)
    .set({ revokedAt: sql`now()` })
    .where(eq(reviewLink.shopId, shopId))
  expect([await opens(codes.review, 'review'), await countsHit(shopId, codes.review)]).toEqual([false, false])
  const other = await mail()
  await age(other.shopId, linkLifetimeDays.review + 1)
  expect(await countsHit(other.shopId, other.codes.review)).toBe(false)
})
