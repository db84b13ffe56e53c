import { product, reviewRequest } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewLink } from '../../testing/review-world.ts'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it, test } from 'vitest'
import { getReviewPage } from '../../reviews/page/get-review-page.ts'
import { submitReview } from '../../reviews/submit/submit-review.ts'
import { fulfillment, fulfilledOrderMessage, orderMessage, productIds } from '../../testing/order-story.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'
import { createRecordingMailer } from '../../testing/recording-mailer.ts'
import { sendReviewRequest } from '../../asking/request/send-review-request.ts'

const { db } = await useTestDatabase()
const [throwLine, trayLine, apronLine] = orderMessage().line_items

type Shop = Awaited<ReturnType<typeof createPlatformShop>>
const handedOver = async (shop: Shop) =>
  (await shop.readLines()).filter((line) => line.fulfilledAt !== null).map((line) => line.title)

/** What the mail asks about; null when none goes. */
const asked = async (shop: Shop) => {
  await db
    .update(reviewRequest)
    .set({ sendAt: sql`now()` })
    .where(eq(reviewRequest.shopId, shop.shop.id))
  const recorder = createRecordingMailer()
  for (const { id } of await shop.readRequests()) {
    const input = { shopId: shop.shop.id, reviewRequestId: id, claimSeconds: 30, isLastTry: false }
    await sendReviewRequest({ ctx: shop.ctx, input, mailer: recorder.mailer })
  }
  const [mail] = recorder.mails
  return mail?.kind === 'review_request' ? mail.order.items.map(({ title }) => title) : null
}

describe('a line of a fulfilled order that is in no parcel', () => {
  const removed = { current_quantity: 0, fulfillable_quantity: 0, fulfillment_status: null }
  it.each([
    ['was taken out', removed, false],
    ['was taken out, told by the current quantity alone', { current_quantity: 0 }, false],
    ['was taken out, told in text', { current_quantity: '0' }, false],
    ['still waits for its parcel', { current_quantity: 1, fulfillable_quantity: 1, fulfillment_status: null }, false],
    ['waits, told by the quantity alone', { fulfillable_quantity: 1 }, false],
    [
      'says that it was fulfilled',
      { current_quantity: 1, fulfillable_quantity: 0, fulfillment_status: 'fulfilled' },
      true,
    ],
    ['says nothing', {}, true],
    [
      'says nothing that can be read',
      { current_quantity: 'some', fulfillable_quantity: -1, fulfillment_status: 7 },
      true,
    ],
  ])('and %s', async (_title, standing, isAsked) => {
    const shop = await createPlatformShop(db)
    const line_items = [throwLine, { ...apronLine, ...standing }]
    const fulfillments = [{ ...fulfillment, line_items: [throwLine] }]
    await shop.deliver('orders/fulfilled', fulfilledOrderMessage({ line_items, fulfillments }))
    const titles = ['Merino throw', ...(isAsked ? ['Linen apron'] : [])]
    expect(await handedOver(shop)).toEqual(titles)
    expect(await asked(shop)).toEqual(titles)
  })
})

test('a line that says it was fulfilled counts before the whole order is', async () => {
  const shop = await createPlatformShop(db)
  const line_items = [
    { ...throwLine, fulfillment_status: 'fulfilled' },
    { ...trayLine, fulfillment_status: null, fulfillable_quantity: 3 },
  ]
  await shop.deliver('orders/updated', orderMessage({ line_items, fulfillment_status: 'partial' }))
  expect(await handedOver(shop)).toEqual(['Merino throw'])
})

test('a line that is taken out after it was handed over is neither asked about nor reviewed', async () => {
  const shop = await createPlatformShop(db)
  await shop.deliver('orders/fulfilled', fulfilledOrderMessage())
  const line_items = [throwLine, { ...trayLine, current_quantity: 0 }, { ...apronLine, current_quantity: 1 }]
  await shop.deliver('orders/updated', fulfilledOrderMessage({ line_items, updated_at: '2026-02-26T00:00:00Z' }))
  expect(await asked(shop)).toEqual(['Merino throw', 'Linen apron'])
})

describe('a parcel that is cancelled', () => {
  const second = { ...fulfillment, id: 2, line_items: [apronLine] }
  const first = { ...fulfillment, line_items: [throwLine, trayLine] }
  const cancelled = { ...first, status: 'cancelled', updated_at: '2026-02-27T09:00:00Z' }

  const prepare = async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', orderMessage())
    return shop
  }

  it.each([
    ['by itself', ['fulfillments/update', cancelled]],
    [
      'within its order',
      ['orders/updated', orderMessage({ updated_at: '2026-02-27T09:00:00Z', fulfillments: [cancelled, second] })],
    ],
  ] as const)('before the mail goes takes its items along: %s', async (_title, [topic, message]) => {
    const shop = await prepare()
    for (const parcel of [first, second]) await shop.deliver('fulfillments/create', parcel)
    expect((await shop.deliver(topic, message)).outcome).toBe('processed')
    expect(await handedOver(shop)).toEqual(['Linen apron'])
    expect(await asked(shop)).toEqual(['Linen apron'])
  })

  it('ends the same in any order of messages, and when they repeat', async () => {
    for (const messages of [
      [first, cancelled, second],
      [cancelled, second, first],
      [second, first, cancelled, first, cancelled],
    ]) {
      const shop = await prepare()
      for (const message of messages) await shop.deliver('fulfillments/update', message)
      expect(await handedOver(shop)).toEqual(['Linen apron'])
    }
  })

  it('leaves what another parcel carried as well, and what is sent again', async () => {
    const shop = await prepare()
    await shop.deliver('fulfillments/create', first)
    await shop.deliver('fulfillments/create', { ...second, line_items: [throwLine] })
    await shop.deliver('fulfillments/update', cancelled)
    expect(await handedOver(shop)).toEqual(['Merino throw'])
    await shop.deliver('fulfillments/create', { ...first, id: 3, created_at: '2026-02-28T09:00:00Z' })
    expect(await handedOver(shop)).toEqual(['Merino throw', 'Oak tray'])
  })

  it('leaves no request when it carried everything, which a new parcel revives', async () => {
    const shop = await prepare()
    await shop.deliver('fulfillments/create', fulfillment)
    await shop.deliver('fulfillments/update', { ...fulfillment, status: 'cancelled' })
    expect(await shop.readRequests()).toMatchObject([{ cancelReason: 'nothing_to_review' }])
    expect(await shop.readOrders()).toMatchObject([{ fulfilledAt: null }])
    await shop.deliver('fulfillments/create', { ...fulfillment, id: 9, created_at: '2026-02-28T09:00:00Z' })
    expect(await shop.readRequests()).toMatchObject([{ cancelledAt: null, cancelReason: null }])
  })

  it('after the mail went leaves the customer what they were asked about', async () => {
    const shop = await prepare()
    await shop.deliver('fulfillments/create', first)
    expect(await asked(shop)).toEqual(['Merino throw', 'Oak tray'])
    expect(await shop.deliver('fulfillments/update', cancelled)).toEqual({
      outcome: 'ignored',
      reason: 'fulfillment_failed',
    })
    expect(await handedOver(shop)).toEqual(['Merino throw', 'Oak tray'])
  })
})

test('a deleted product is left out of the mail, of its link’s page and of what may be sent', async () => {
  const shop = await createPlatformShop(db)
  await shop.deliver('orders/fulfilled', fulfilledOrderMessage())
  const [request] = await shop.readRequests()
  const code = await createReviewLink(db, { shopId: shop.shop.id, reviewRequestId: request?.id ?? '' })
  const open = async () => (await getReviewPage({ ctx: shop.ctx, input: { code } })).items
  const [item] = await open()
  await shop.deliver('products/delete', { id: productIds[0] })
  expect((await open()).map(({ title }) => title)).toEqual(['Oak tray', 'Linen apron'])
  const content = { rating: 5, body: 'Gone.', submissionId: crypto.randomUUID() }
  await expect(
    submitReview({ ctx: shop.ctx, input: { ...content, code, lineItemId: item?.lineItemId ?? '' } }),
  ).rejects.toMatchObject({ code: 'line_item.not_reviewable' })
  expect(await asked(shop)).toEqual(['Oak tray', 'Linen apron'])
  for (const id of productIds.slice(1)) await shop.deliver('products/delete', { id })
  await shop.deliver(
    'orders/create',
    fulfilledOrderMessage({ id: 7, line_items: [{ ...trayLine, id: 71 }], fulfillments: [] }),
  )
  expect((await shop.readRequests()).map(({ cancelReason }) => cancelReason)).toEqual([null, 'nothing_to_review'])
  expect(await db.select({ id: product.id }).from(product).where(eq(product.shopId, shop.shop.id))).toHaveLength(3)
})
