import { member, shop as shopTable } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffMail } from '../../mail/mailer.ts'
import { sendUninstallNotice } from '../../shop/send-uninstall-notice.ts'
import { fulfilledOrderMessage, productMessage } from '../../testing/order-story.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'
import { createMember } from '../../testing/review-world.ts'

const { db } = await useTestDatabase()
const done = { outcome: 'processed', reason: null }
type PlatformShop = Awaited<ReturnType<typeof createPlatformShop>>

const shopBody = ({ shop }: PlatformShop, id = 548380009) => ({ id, domain: null, myshopify_domain: shop.domain })
const uninstalledAt = async ({ shop }: PlatformShop) =>
  (await db.select().from(shopTable).where(eq(shopTable.id, shop.id)))[0]?.uninstalledAt

test('an uninstall stops mail, ends nothing for good, and is told to the owners', async () => {
  const shop = await createPlatformShop(db)
  const owner = await createMember(db, shop.shop.id, 'owner')
  await createMember(db, shop.shop.id, 'moderator')
  await shop.deliver('orders/fulfilled', fulfilledOrderMessage())
  expect(await shop.deliver('app/uninstalled', shopBody(shop))).toEqual(done)
  expect(await uninstalledAt(shop)).toEqual(shop.clock.now)
  expect(await shop.readRequests()).toMatchObject([{ cancelledAt: null, sentAt: null }])
  expect(shop.jobs.filter(({ name }) => name === 'send-uninstall-notice').map(({ data }) => data)).toEqual([
    { shopId: shop.shop.id, userId: owner.userId },
  ])
  expect(await shop.deliver('app/uninstalled', shopBody(shop, 2))).toEqual({
    outcome: 'ignored',
    reason: 'shop_uninstalled',
  })
  expect((await shop.readAudit()).filter((entry) => entry === 'platform shop.uninstall')).toHaveLength(1)
})

test('a newer message of the platform takes it back and sends what waited; an older or repeated one does not', async () => {
  const shop = await createPlatformShop(db, { requestDelayDays: 0 })
  const captured = fulfilledOrderMessage()
  await shop.deliver('orders/fulfilled', captured)
  await shop.deliver('app/uninstalled', shopBody(shop))
  for (const replayed of [captured, fulfilledOrderMessage({ updated_at: '2026-02-28T00:00:00Z' })]) {
    await shop.deliver('orders/updated', replayed)
    expect(await uninstalledAt(shop)).not.toBeNull()
  }
  shop.jobs.length = 0
  await shop.deliver('products/update', productMessage({}, { updated_at: '2026-03-01T12:00:01Z' }))
  expect(await uninstalledAt(shop)).toBeNull()
  const [request] = await shop.readRequests()
  const mails = shop.jobs.filter(({ name }) => name === 'send-review-request')
  expect(mails).toMatchObject([{ data: { reviewRequestId: request?.id } }])
  expect((await shop.readAudit()).filter((entry) => entry === 'platform shop.reconnect')).toHaveLength(1)
})

test('one that came back is not shut again by the captured uninstall', async () => {
  const shop = await createPlatformShop(db)
  await shop.deliver('app/uninstalled', shopBody(shop))
  await shop.deliver('products/update', productMessage({}, { updated_at: '2026-03-02T00:00:00Z' }))
  expect(await shop.deliver('app/uninstalled', shopBody(shop))).toEqual({ outcome: 'ignored', reason: 'body_repeated' })
  expect(await uninstalledAt(shop)).toBeNull()
})

test('beside orders that come at once an uninstall holds, and every request is kept', async () => {
  const shop = await createPlatformShop(db)
  const orders = Array.from({ length: 8 }, (_, n) =>
    shop.deliver(
      'orders/fulfilled',
      fulfilledOrderMessage({ id: n + 1, line_items: [{ id: n + 1, product_id: 1 }], fulfillments: [] }),
    ),
  )
  await Promise.all([
    ...orders,
    shop.deliver('app/uninstalled', shopBody(shop, 1)),
    shop.deliver('app/uninstalled', shopBody(shop, 2)),
  ])
  expect(await uninstalledAt(shop)).not.toBeNull()
  const requests = await shop.readRequests()
  expect(requests).toHaveLength(8)
  expect(requests.filter(({ cancelledAt }) => cancelledAt !== null)).toEqual([])
  expect((await shop.readAudit()).filter((entry) => entry === 'platform shop.uninstall')).toHaveLength(1)
})

test('an owner is told by mail as long as the shop seems gone, until which day and where to go', async () => {
  const shop = await createPlatformShop(db)
  const { userId } = await createMember(db, shop.shop.id, 'owner')
  const mails: StaffMail[] = []
  const send = async () =>
    await sendUninstallNotice({
      ctx: shop.ctx,
      input: { shopId: shop.shop.id, userId },
      mailer: {
        async send(mail) {
          if (mail.kind === 'staff') mails.push(mail)
          return { messageId: mail.messageId }
        },
      },
    })
  expect(await send()).toBe('nothing_to_send')
  await shop.deliver('app/uninstalled', shopBody(shop))
  expect(await send()).toBe('sent')
  await db.delete(member).where(eq(member.userId, userId))
  expect(await send()).toBe('nothing_to_send')
  expect(mails).toMatchObject([
    { subject: 'Hearth & Wool was disconnected', action: { url: `${shop.ctx.publicUrl}/admin/shop` } },
  ])
  const text = mails[0]?.paragraphs.join(' ')
  expect(text).toMatch(/until \d{1,2} [A-Z][a-z]+ \d{4}, then cancelled/)
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/)
})
