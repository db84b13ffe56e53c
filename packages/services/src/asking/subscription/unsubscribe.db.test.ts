import { reviewRequest } from '@afterword/db/schema'
import { createOrder, createReviewableOrder, createReviewRequest } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createReviewLinks } from '../link/create-review-links.ts'
import { sendReviewRequest } from '../request/send-review-request.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'
import { createRecordingMailer } from '../../testing/recording-mailer.ts'
import { getSubscription } from './get-subscription.ts'
import { resubscribe } from './resubscribe.ts'
import { unsubscribe } from './unsubscribe.ts'

const { db } = await useTestDatabase()

const prepare = async () => {
  const world = await createPlatformShop(db)
  const shopId = world.shop.id
  const sent = await createReviewableOrder(db, { shopId, email: 'mina@example.com' })
  await db.update(reviewRequest).set({ sentAt: new Date() }).where(eq(reviewRequest.id, sent.reviewRequest.id))
  const next = await createOrder(db, { shopId, customerId: sent.customer.id })
  const waiting = await createReviewRequest(db, { shopId, orderId: next.id })
  const stranger = await createReviewableOrder(db, { shopId })
  const wish = { reviewRequestId: sent.reviewRequest.id, lineItemId: null, customerId: sent.customer.id }
  const [code = '', reviewCode = ''] = await createReviewLinks(db, shopId, [
    { ...wish, purpose: 'unsubscribe' },
    { ...wish, purpose: 'review' },
  ])
  const ctx = { ...world.ctx, principal: { kind: 'anonymous' } as const }
  const readReason = async (id: string) =>
    (await world.readRequests()).find((request) => request.id === id)?.cancelReason
  return { ...world, ctx, code, reviewCode, waiting, sent, stranger, readReason }
}

test('unsubscribing cancels what has not gone out to this customer, and nothing else', async () => {
  const { ctx, code, waiting, sent, stranger, readReason, readAudit } = await prepare()
  await unsubscribe({ ctx, input: { code } })
  expect(await getSubscription({ ctx, input: { code } })).toMatchObject({ isSubscribed: false })
  expect(await readReason(waiting.id)).toBe('unsubscribed')
  expect(await readReason(sent.reviewRequest.id)).toBeNull()
  expect(await readReason(stranger.reviewRequest.id)).toBeNull()
  expect(await readAudit()).toEqual(['customer customer.unsubscribe'])
})

test('unsubscribing again, or five times at once, changes nothing more', async () => {
  const { ctx, code, readAudit } = await prepare()
  await Promise.all(Array.from({ length: 5 }, async () => await unsubscribe({ ctx, input: { code } })))
  await unsubscribe({ ctx, input: { code } })
  expect(await readAudit()).toEqual(['customer customer.unsubscribe'])
})

test('the undo lets the cancelled request go out again, once', async () => {
  const { ctx, code, waiting, readReason, readAudit, jobs, shop } = await prepare()
  await unsubscribe({ ctx, input: { code } })
  await resubscribe({ ctx, input: { code } })
  await resubscribe({ ctx, input: { code } })
  expect(await readReason(waiting.id)).toBeNull()
  expect(await getSubscription({ ctx, input: { code } })).toMatchObject({ isSubscribed: true })
  expect(jobs.map((job) => job.data)).toEqual([{ shopId: shop.id, reviewRequestId: waiting.id }])
  expect(await readAudit()).toEqual(['customer customer.unsubscribe', 'customer customer.resubscribe'])
})

test('a request to somebody who unsubscribed after it was planned is not sent', async () => {
  const { ctx, code, waiting, shop } = await prepare()
  await unsubscribe({ ctx, input: { code } })
  await db.update(reviewRequest).set({ cancelledAt: null, cancelReason: null }).where(eq(reviewRequest.id, waiting.id))
  const { mailer, mails } = createRecordingMailer()
  const input = { shopId: shop.id, reviewRequestId: waiting.id, claimSeconds: 30, isLastTry: false }
  const job = { ...ctx, principal: { kind: 'system' } } as const
  expect(await sendReviewRequest({ ctx: job, input, mailer })).toBe('cancelled')
  expect(mails).toHaveLength(0)
})

test('the page shows enough of the address for its owner only, and looking changes nothing', async () => {
  const { ctx, code, readAudit, readCustomers } = await prepare()
  const before = await readCustomers()
  const subscription = await getSubscription({ ctx, input: { code } })
  expect(subscription).toMatchObject({ maskedEmail: 'm•••@example.com', isSubscribed: true })
  expect(await readCustomers()).toEqual(before)
  expect(await readAudit()).toEqual([])
})

test('a review link cannot unsubscribe, nor can a made-up code', async () => {
  const { ctx, reviewCode } = await prepare()
  for (const code of [reviewCode, 'x', '', 'A'.repeat(64)]) {
    await expect(unsubscribe({ ctx, input: { code } })).rejects.toMatchObject({ code: 'review_link.not_found' })
  }
})
