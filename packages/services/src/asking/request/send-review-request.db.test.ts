import { lineItem, order, product, reviewLink, reviewRequest, shop } from '@afterword/db/schema'
import { createLineItem, createProduct, createReview, createReviewableOrder } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { encodeId } from '@afterword/validation/primitives/ids'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findReviewLink } from '../link/find-review-link.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'
import { createRecordingMailer } from '../../testing/recording-mailer.ts'
import { claimReviewRequest } from './internal/claim-review-request.ts'
import { markSent } from './internal/mark-sent.ts'
import { sendReviewRequest } from './send-review-request.ts'

const { db } = await useTestDatabase()
const day = 86_400_000

const prepare = async (overrides: Parameters<typeof createPlatformShop>[1] = {}) => {
  const world = await createPlatformShop(db, overrides)
  const bought = await createReviewableOrder(db, { shopId: world.shop.id })
  const recorder = createRecordingMailer()
  const key = { shopId: world.shop.id, reviewRequestId: bought.reviewRequest.id }
  const change = async (values: Partial<typeof reviewRequest.$inferInsert>) =>
    await db.update(reviewRequest).set(values).where(eq(reviewRequest.id, key.reviewRequestId))
  const send = async (isLastTry = false) =>
    await sendReviewRequest({
      ctx: world.ctx,
      input: { ...key, claimSeconds: 30, isLastTry },
      mailer: recorder.mailer,
    })
  const read = async () => {
    const [row] = await world.readRequests()
    if (row === undefined) throw new Error('the request is gone')
    return row
  }
  const mail = () => {
    const [first] = recorder.mails
    if (first?.kind !== 'review_request') throw new Error('no review request was sent')
    return first
  }
  return { ...world, ...bought, recorder, key, change, send, read, mail }
}

test('a due request goes out once, with a Message-ID of its own, and is noted with an audit row', async () => {
  const { send, read, mail, recorder, readAudit, key, customer } = await prepare()
  expect(await send()).toBe('sent')
  expect(await send()).toBe('nothing_to_do')
  expect(recorder.mails).toHaveLength(1)
  expect(mail()).toMatchObject({ to: customer.email, greetingName: 'Mina', locale: 'en' })
  expect(mail().messageId).toBe(`<${encodeId('reviewRequest', key.reviewRequestId)}@reviews.example>`)
  expect(await read()).toMatchObject({ attempts: 1, claimId: null, claimedUntil: null, lastError: null })
  expect((await read()).sentAt).toBeInstanceOf(Date)
  expect(await readAudit()).toEqual(['system review_request.send'])
})

test('ten callers at once send one mail', async () => {
  const { send, recorder } = await prepare()
  const outcomes = await Promise.all(Array.from({ length: 10 }, async () => await send()))
  expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1)
  expect(recorder.mails).toHaveLength(1)
})

test('the links in the mail open the review page and the unsubscribe page, and only their hashes are stored', async () => {
  const { send, mail, ctx, key, customer, lineItem: line } = await prepare()
  await send()
  const code = mail().order.items[0]?.reviewUrl.split('/').at(-1) ?? ''
  const found = await findReviewLink({ ctx, input: { code, purpose: 'review' } })
  expect(found).toEqual({ ...key, customerId: customer.id, lineItemId: line.id })
  const unsubscribeCode = mail().unsubscribeUrl.split('/').at(-1) ?? ''
  expect(await findReviewLink({ ctx, input: { code: unsubscribeCode, purpose: 'unsubscribe' } })).toMatchObject(key)
  const links = await db.select().from(reviewLink).where(eq(reviewLink.shopId, key.shopId))
  expect(links.map((link) => link.purpose).toSorted()).toEqual(['review', 'unsubscribe'])
  expect(JSON.stringify(links)).not.toContain(code.slice(-20))
})

test('a link is of no use for another purpose, after its time, or once revoked', async () => {
  const { send, mail, ctx, key } = await prepare()
  await send()
  const code = mail().order.items[0]?.reviewUrl.split('/').at(-1) ?? ''
  const open = async () => await findReviewLink({ ctx, input: { code, purpose: 'review' } })
  await expect(findReviewLink({ ctx, input: { code, purpose: 'unsubscribe' } })).rejects.toMatchObject({
    code: 'review_link.not_found',
  })
  await db.update(reviewLink).set({ revokedAt: new Date() }).where(eq(reviewLink.shopId, key.shopId))
  await expect(open()).rejects.toMatchObject({ code: 'review_link.not_found' })
  await db
    .update(reviewLink)
    .set({ revokedAt: null, expiresAt: sql`now()` })
    .where(eq(reviewLink.shopId, key.shopId))
  await expect(open()).rejects.toMatchObject({ code: 'review_link.not_found' })
})

test('refunded, undelivered, deleted, reviewed items and gift cards are left out', async () => {
  const {
    send,
    mail,
    shop: { id: shopId },
    order: { id: orderId },
    product: bought,
  } = await prepare()
  const fulfilledAt = new Date()
  const item = { shopId, orderId, productId: bought.id, fulfilledAt }
  const gone = await createProduct(db, { shopId, deletedAt: new Date() })
  await createLineItem(db, { ...item, quantity: 2, refundedQuantity: 2 })
  await createLineItem(db, { ...item, fulfilledAt: null })
  await createLineItem(db, { ...item, productId: gone.id })
  await createLineItem(db, { ...item, productId: null })
  await createLineItem(db, { ...item, isGiftCard: true })
  const reviewed = await createLineItem(db, item)
  await createReview(db, { shopId, productId: bought.id, lineItemId: reviewed.id })
  await createLineItem(db, { ...item, quantity: 2, refundedQuantity: 1, variantTitle: 'Oat', position: 9 })
  await send()
  expect(mail().order.items.map(({ variantTitle }) => variantTitle)).toEqual([null, 'Oat'])
})

test('a compare-at price that may not be shown is not in the mail, and a price of 0 is', async () => {
  const { send, mail, product: bought } = await prepare()
  await db
    .update(product)
    .set({ priceMinor: 0, compareAtMinor: 0, imageUrl: '/demo/a.jpg' })
    .where(eq(product.id, bought.id))
  await send()
  expect(mail().order.items[0]).toMatchObject({
    price: { priceMinor: 0, compareAtMinor: null, currency: 'USD' },
    imageUrl: 'https://reviews.example/demo/a.jpg',
  })
})

test('when nothing is left to review, nobody is asked and the request is cancelled with the reason', async () => {
  const { send, read, recorder, lineItem: line } = await prepare()
  await db.update(lineItem).set({ refundedQuantity: 1 }).where(eq(lineItem.id, line.id))
  expect(await send()).toBe('cancelled')
  expect(await read()).toMatchObject({ cancelReason: 'nothing_to_review', sentAt: null })
  expect(recorder.mails).toHaveLength(0)
})

test('a cancelled order and a shop that was uninstalled for a week cancel the request', async () => {
  const first = await prepare()
  await db.update(order).set({ cancelledAt: new Date() }).where(eq(order.id, first.order.id))
  expect(await first.send()).toBe('cancelled')
  expect((await first.read()).cancelReason).toBe('order_cancelled')
  const second = await prepare()
  await db
    .update(shop)
    .set({ uninstalledAt: new Date(second.clock.now.getTime() - 7 * day) })
    .where(eq(shop.id, second.shop.id))
  expect(await second.send()).toBe('cancelled')
  expect((await second.read()).cancelReason).toBe('shop_uninstalled')
})

test('a shop that was uninstalled just now gets no mail, and its request waits for the end of the week', async () => {
  const { send, jobs, recorder, read, clock, shop: uninstalled } = await prepare()
  const uninstalledAt = clock.now
  await db.update(shop).set({ uninstalledAt }).where(eq(shop.id, uninstalled.id))
  expect(await send()).toBe('postponed')
  expect(recorder.mails).toHaveLength(0)
  expect(await read()).toMatchObject({ cancelledAt: null, sentAt: null, claimId: null, attempts: 0 })
  expect(jobs).toMatchObject([{ options: { startAfter: new Date(uninstalledAt.getTime() + 7 * day) } }])
})

test('a request that was moved to later is left alone; one that is nearly due leaves a job for its moment', async () => {
  const { send, change, jobs, recorder, read } = await prepare()
  await change({ sendAt: new Date(Date.now() + day) })
  expect(await send()).toBe('nothing_to_do')
  expect(jobs).toHaveLength(0)
  await change({ sendAt: new Date(Date.now() + 20_000) })
  expect(await send()).toBe('postponed')
  expect(jobs).toHaveLength(1)
  expect(recorder.mails).toHaveLength(0)
  expect((await read()).attempts).toBe(0)
})

test('a request that another worker holds is not sent, and comes back when the hold runs out', async () => {
  const { send, ctx, key, jobs, recorder, change } = await prepare()
  expect(await claimReviewRequest({ ctx, input: { ...key, claimSeconds: 30 } })).not.toBeNull()
  expect(await send()).toBe('postponed')
  expect(jobs).toMatchObject([{ name: 'send-review-request', data: key }])
  const waitMs = (jobs[0]?.options?.startAfter?.getTime() ?? 0) - ctx.now().getTime()
  expect(waitMs).toBeGreaterThan(28_000)
  expect(waitMs).toBeLessThanOrEqual(31_000)
  await change({ claimedUntil: new Date(Date.now() - 1_000) })
  expect(await send()).toBe('sent')
  expect(recorder.mails).toHaveLength(1)
})

test('a worker whose hold ran out cannot note anything any more', async () => {
  const { ctx, key, change, read } = await prepare()
  const late = await claimReviewRequest({ ctx, input: { ...key, claimSeconds: 30 } })
  await change({ claimedUntil: new Date(Date.now() - 1_000) })
  const next = await claimReviewRequest({ ctx, input: { ...key, claimSeconds: 30 } })
  if (late === null || next === null) throw new Error('both must have held it')
  expect(await markSent({ ctx, input: { claim: late, itemCount: 1 } })).toBe(false)
  expect(await read()).toMatchObject({ sentAt: null, claimId: next.claimId, attempts: 2 })
})

test('a refused mailbox is tried three times, then given up with the server\u2019s reason on the request', async () => {
  const { send, read, recorder, readAudit } = await prepare()
  recorder.failWith('mail.refused', '550 5.1.1 no such user')
  for (const attempts of [1, 2]) {
    await expect(send()).rejects.toMatchObject({ code: 'mail.unavailable' })
    expect(await read()).toMatchObject({ lastError: '550 5.1.1 no such user', attempts, givenUpAt: null })
  }
  expect(await send()).toBe('given_up')
  expect(await read()).toMatchObject({ lastError: '550 5.1.1 no such user', attempts: 3, sentAt: null })
  expect((await read()).givenUpAt).toBeInstanceOf(Date)
  expect((await readAudit()).at(-1)).toBe('system review_request.give_up')
  recorder.failWith(null)
  expect(await send()).toBe('nothing_to_do')
})

test('an address that no mail may go to is given up without asking a mail server', async () => {
  const world = await createPlatformShop(db)
  const { reviewRequest: request } = await createReviewableOrder(db, { shopId: world.shop.id, email: 'a@b, c@d.com' })
  const { mailer, mails } = createRecordingMailer()
  const input = { shopId: world.shop.id, reviewRequestId: request.id, claimSeconds: 30, isLastTry: false }
  expect(await sendReviewRequest({ ctx: world.ctx, input, mailer })).toBe('given_up')
  expect(mails).toHaveLength(0)
  expect((await world.readRequests())[0]?.lastError).toBe('The customer has no usable email address.')
})

test('a passing failure frees the request for the next try, which sends it', async () => {
  const { send, read, recorder } = await prepare()
  recorder.failWith('mail.unavailable', '451 greylisted')
  await expect(send()).rejects.toMatchObject({ code: 'mail.unavailable' })
  expect(await read()).toMatchObject({ lastError: '451 greylisted', claimId: null, givenUpAt: null })
  recorder.failWith(null)
  expect(await send()).toBe('sent')
  expect(await read()).toMatchObject({ lastError: null, attempts: 2 })
})

test('after the last try the request is given up with the reason', async () => {
  const { send, read, recorder, change } = await prepare()
  recorder.failWith('mail.unavailable', '451 greylisted')
  await expect(send(true)).rejects.toMatchObject({ code: 'mail.unavailable' })
  expect((await read()).givenUpAt).toBeInstanceOf(Date)
  await change({ givenUpAt: null, attempts: 6 })
  await expect(send()).rejects.toMatchObject({ code: 'mail.unavailable' })
  expect(await read()).toMatchObject({ attempts: 7, lastError: '451 greylisted' })
  expect((await read()).givenUpAt).toBeInstanceOf(Date)
})

test('a request of another shop cannot be claimed', async () => {
  const { ctx, key } = await prepare()
  const other = await createPlatformShop(db)
  expect(await claimReviewRequest({ ctx, input: { ...key, shopId: other.shop.id, claimSeconds: 30 } })).toBeNull()
})
