import { order } from '@afterword/db/schema'
import { createCustomer, createReview, createReviewableOrder } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createPlatformShop } from '../testing/platform-shop.ts'
import { createRecordingMailer } from '../testing/recording-mailer.ts'
import { findReviewLink } from './find-review-link.ts'
import { requestFreshLink } from './request-fresh-link.ts'
import { sendFreshLink } from './send-fresh-link.ts'

const { db } = await useTestDatabase()

const prepare = async () => {
  const world = await createPlatformShop(db)
  const bought = await createReviewableOrder(db, { shopId: world.shop.id, email: 'mina@example.com' })
  const ctx = { ...world.ctx, principal: { kind: 'anonymous' } as const }
  const ask = async (email: string) =>
    await requestFreshLink({ ctx, input: { shopAccessCode: world.shop.accessCode, email } })
  const recorder = createRecordingMailer()
  const send = async (customerId: string | null) => {
    const input = { shopId: world.shop.id, customerId, mailKey: 'job1', timeoutSeconds: 10 }
    return await sendFreshLink({ ctx: world.ctx, input, mailer: recorder.mailer })
  }
  return { ...world, ...bought, ctx, ask, send, recorder }
}

test('a known and an unknown address are answered and enqueued alike', async () => {
  const { ask, jobs, customer } = await prepare()
  expect(await ask(' Mina@Example.com ')).toBeUndefined()
  expect(await ask('nobody@example.com')).toBeUndefined()
  expect(jobs.map((job) => (job.data as { customerId: unknown }).customerId)).toEqual([customer.id, null])
  expect(jobs.map((job) => job.options?.throttle?.seconds)).toEqual([60, 60])
  expect(jobs[0]?.options?.throttle?.key).not.toBe(jobs[1]?.options?.throttle?.key)
  expect(JSON.stringify(jobs)).not.toContain('@')
})

test('a customer without an order in this shop counts as unknown', async () => {
  const { ask, jobs, shop } = await prepare()
  const other = await prepare()
  await createCustomer(db, { shopId: shop.id, email: 'new@example.com' })
  await ask('new@example.com')
  await createReviewableOrder(db, { shopId: other.shop.id, email: 'other@example.com' })
  await ask('other@example.com')
  expect(jobs.map((job) => job.data)).toEqual([1, 2].map(() => ({ shopId: shop.id, customerId: null })))
})

test('an unknown shop is not found, and what is no address is refused', async () => {
  const { ctx, ask, jobs } = await prepare()
  const input = { shopAccessCode: 'nowhere', email: 'mina@example.com' }
  await expect(requestFreshLink({ ctx, input })).rejects.toMatchObject({ code: 'shop.not_found' })
  await expect(ask('mina@example.com\r\nBcc: all@example.com')).rejects.toMatchObject({ code: 'email.invalid' })
  expect(jobs).toHaveLength(0)
})

test('the mail holds working links to the order, also to what was reviewed already', async () => {
  const { send, recorder, ctx, shop, customer, lineItem, product, reviewRequest, readAudit } = await prepare()
  await createReview(db, { shopId: shop.id, productId: product.id, lineItemId: lineItem.id })
  expect(await send(customer.id)).toBe('sent')
  const [mail] = recorder.mails
  if (mail?.kind !== 'fresh_link') throw new Error('no fresh link was sent')
  expect(mail).toMatchObject({ to: 'mina@example.com', messageId: '<fresh_job1@reviews.example>' })
  const [item] = mail.orders.flatMap(({ items }) => items)
  expect(item?.isReviewed).toBe(true)
  const code = item?.reviewUrl.split('/').at(-1) ?? ''
  const found = await findReviewLink({ ctx, input: { code, purpose: 'review' } })
  expect(found).toEqual({ shopId: shop.id, reviewRequestId: reviewRequest.id, lineItemId: lineItem.id })
  expect(await readAudit()).toEqual(['system review_link.send'])
})

test('nothing is sent for an unknown address or a cancelled order', async () => {
  const { send, recorder, customer, order: placed } = await prepare()
  expect(await send(null)).toBe('nothing_to_send')
  await db.update(order).set({ cancelledAt: new Date() }).where(eq(order.id, placed.id))
  expect(await send(customer.id)).toBe('nothing_to_send')
  expect(recorder.mails).toHaveLength(0)
})
