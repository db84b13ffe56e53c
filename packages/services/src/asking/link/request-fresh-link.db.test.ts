import { attemptCount, customer as customerTable, mailAllowance, order } from '@afterword/db/schema'
import { createCustomer, createReview, createReviewableOrder } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { countAttempt } from '@afterword/auth/count-attempt'
import { attemptLimits } from '@afterword/auth/limits'
import { letMailsAge } from '../../testing/let-mails-age.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'
import { createRecordingMailer } from '../../testing/recording-mailer.ts'
import { findReviewLink } from './find-review-link.ts'
import { requestFreshLink } from './request-fresh-link.ts'
import { sendFreshLink } from './send-fresh-link.ts'

const { db } = await useTestDatabase()

beforeEach(async () => {
  await db.delete(mailAllowance)
  await db.delete(attemptCount)
})

const prepare = async () => {
  const world = await createPlatformShop(db)
  const bought = await createReviewableOrder(db, { shopId: world.shop.id, email: 'mina@example.com' })
  const ctx = { ...world.ctx, principal: { kind: 'anonymous' } as const }
  const ask = async (email: string) =>
    await requestFreshLink({ ctx, input: { shopAccessCode: world.shop.accessCode, email } })
  const recorder = createRecordingMailer()
  const send = async (customerId: string | null) => {
    const input = { shopId: world.shop.id, customerId, reason: 'address_entered', mailKey: 'job1' } as const
    return await sendFreshLink({ ctx: world.ctx, input, mailer: recorder.mailer })
  }
  /** How many mails the asks so far have caused. */
  const countMails = (): number =>
    world.jobs.filter(({ data }) => (data as { customerId: string | null }).customerId !== null).length
  return { ...world, ...bought, ctx, ask, send, recorder, countMails }
}

test('a known and an unknown address are answered and enqueued alike', async () => {
  const { ask, jobs, customer } = await prepare()
  expect(await ask(' Mina@Example.com ')).toBeUndefined()
  expect(await ask('nobody@example.com')).toBeUndefined()
  expect(jobs.map((job) => (job.data as { customerId: unknown }).customerId)).toEqual([customer.id, null])
  expect(JSON.stringify(jobs)).not.toContain('@')
})

test('a customer without an order in this shop counts as unknown', async () => {
  const { ask, jobs, shop } = await prepare()
  const other = await prepare()
  await createCustomer(db, { shopId: shop.id, email: 'new@example.com' })
  await ask('new@example.com')
  await createReviewableOrder(db, { shopId: other.shop.id, email: 'other@example.com' })
  await ask('other@example.com')
  expect(jobs.map((job) => job.data)).toEqual(
    [1, 2].map(() => ({ shopId: shop.id, customerId: null, reason: 'address_entered' })),
  )
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
  expect(found).toEqual({
    customerId: customer.id,
    shopId: shop.id,
    reviewRequestId: reviewRequest.id,
    lineItemId: lineItem.id,
  })
  expect(await readAudit()).toEqual(['system review_link.send'])
})

test('nothing is sent for an unknown address or a cancelled order', async () => {
  const { send, recorder, customer, order: placed } = await prepare()
  expect(await send(null)).toBe('nothing_to_send')
  await db.update(order).set({ cancelledAt: new Date() }).where(eq(order.id, placed.id))
  expect(await send(customer.id)).toBe('nothing_to_send')
  expect(recorder.mails).toHaveLength(0)
})

describe('a stranger who asks in the name of a customer', () => {
  test('every ten minutes for a day causes five mails, then one a day, in whatever spelling', async () => {
    const { ask, countMails, jobs } = await prepare()
    for (let turn = 0; turn < 144; turn += 1) {
      await ask(turn % 2 === 0 ? 'mina@example.com' : ' MINA@Example.COM ')
      await letMailsAge(db, '10 minutes')
    }
    expect(countMails()).toBe(5)
    expect(jobs).toHaveLength(144)
    for (let day = 0; day < 5; day += 1) {
      for (let turn = 0; turn < 8; turn += 1) {
        await ask('mina@example.com')
        await letMailsAge(db, '3 hours')
      }
    }
    expect(countMails()).toBe(10)
  })

  test('fifty times at once causes one mail', async () => {
    const { ask, countMails } = await prepare()
    await Promise.all(Array.from({ length: 50 }, async () => await ask('mina@example.com')))
    expect(countMails()).toBe(1)
  })

  test('who has unsubscribed causes one mail a week', async () => {
    const { ask, countMails, customer } = await prepare()
    await db.update(customerTable).set({ unsubscribedAt: new Date() }).where(eq(customerTable.id, customer.id))
    for (let day = 0; day < 14; day += 1) {
      for (let turn = 0; turn < 4; turn += 1) {
        await ask('mina@example.com')
        await letMailsAge(db, '6 hours')
      }
    }
    expect(countMails()).toBe(2)
  })

  test('at every shop where the customer bought causes no more than at one', async () => {
    const shops = [await prepare(), await prepare(), await prepare()]
    for (const { ask } of shops) await ask('mina@example.com')
    expect(shops.map(({ countMails }) => countMails())).toEqual([1, 0, 0])
  })

  test('cannot have more than 300 mails a day sent in the name of a shop, and made-up addresses use none up', async () => {
    const { ask, countMails, shop, ctx } = await prepare()
    for (let turn = 0; turn < 299; turn += 1) await countAttempt(ctx, attemptLimits.freshLinkShop, shop.id)
    await ask('made-up@example.com')
    await ask('mina@example.com')
    expect(countMails()).toBe(1)
    await createReviewableOrder(db, { shopId: shop.id, email: 'other@example.com' })
    await ask('other@example.com')
    expect(countMails()).toBe(1)
    await letMailsAge(db, '1 day')
    await ask('other@example.com')
    expect(countMails()).toBe(2)
  })
})
