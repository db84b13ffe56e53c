import { webhookDelivery } from '@afterword/db/schema'
import { createOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { expect, test } from 'vitest'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { getSession } from './get-session.ts'

const { db } = await useTestDatabase()
const { contextOf } = createReviewWorld(db)

const sessionOf = async (overrides: Parameters<typeof createShop>[1] = {}) => {
  const { id: shopId } = await createShop(db, overrides)
  const ctx = contextOf(await createMember(db, shopId, 'moderator'))
  return { shopId, read: async () => await getSession({ ctx }) }
}

test('a session tells its person, its shop and the role in it', async () => {
  const { shopId, read } = await sessionOf({ name: 'Hearth & Wool', currency: 'EUR', locale: 'ko' })
  expect(await read()).toMatchObject({
    user: { name: 'The moderator' },
    shop: { id: shopId, name: 'Hearth & Wool', currency: 'EUR', locale: 'ko', leavesAt: null },
    role: 'moderator',
  })
})

test('a shop is connected once its platform has told us of anything: a webhook or an order', async () => {
  const [silent, heard, sold] = [await sessionOf(), await sessionOf(), await sessionOf()]
  await db
    .insert(webhookDelivery)
    .values({ shopId: heard.shopId, webhookId: '1', topic: 'products/update', payload: '{}' })
  await createOrder(db, { shopId: sold.shopId })
  const connected = await Promise.all([silent, heard, sold].map(async ({ read }) => (await read()).shop.isConnected))
  expect(connected).toEqual([false, true, true])
})

test('a shop whose platform removed us is not connected, and is told when what waits ends: a week later', async () => {
  const uninstalledAt = new Date('2026-11-20T08:00:00Z')
  const { shopId, read } = await sessionOf({ uninstalledAt })
  await createOrder(db, { shopId })
  expect((await read()).shop).toMatchObject({ isConnected: false, leavesAt: new Date('2026-11-27T08:00:00Z') })
})

test('only members have a session of a shop', async () => {
  await expect(getSession({ ctx: contextOf({ kind: 'anonymous' }) })).rejects.toMatchObject({
    code: 'access_token.missing',
  })
  await expect(getSession({ ctx: contextOf({ kind: 'operator', userId: 'o', sessionId: 's' }) })).rejects.toMatchObject(
    { code: 'permission.denied' },
  )
})
