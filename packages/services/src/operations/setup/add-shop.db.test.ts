import type { Principal } from '@afterword/auth/principal'
import { auditLog, member, shop, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { newShopSchema } from '@afterword/validation/shop/new-shop'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addOperator } from '../../people/person/add-operator.ts'
import { createReviewWorld } from '../../testing/review-world.ts'
import { addShop } from './add-shop.ts'
import { listShops } from '../../shop/list-shops.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const world = createReviewWorld(db)
const ctx = world.contextOf({ kind: 'system' })

const shopOf = (domain: string, email = `${randomUUID()}@example.com`) =>
  newShopSchema.parse({
    name: 'Moor & Heather',
    domain,
    currency: 'GBP',
    locale: 'en',
    requestDelayDays: 7,
    owner: { email, name: 'Ada' },
  })
const accountsOf = async (email: string) => await db.select().from(userAccount).where(eq(userAccount.email, email))

describe('a shop that is added', () => {
  test('is there with its owner, who has no password yet, and a secret of which only the sealed form is kept', async () => {
    const input = shopOf('moor.myshopify.com')
    const added = await addShop({ ctx, input })
    expect(added).toMatchObject({ isOwnerNew: true, accessCode: expect.stringMatching(/^[a-z2-9]{10}$/) })
    const [row] = await db.select().from(shop).where(eq(shop.id, added.shopId))
    expect(row).toMatchObject({ domain: 'moor.myshopify.com', currency: 'GBP', requestDelayDays: 7, isDemo: false })
    expect(ctx.keyring.open('shop-webhook-secret', row?.webhookSecretSealed ?? Buffer.alloc(0))).toBe(
      added.webhookSecret,
    )
    const [owner] = await accountsOf(input.owner.email)
    expect(owner).toMatchObject({ name: 'Ada', passwordHash: null, isOperator: false })
    expect(await db.select().from(member).where(eq(member.shopId, added.shopId))).toMatchObject([
      { userId: owner?.id, role: 'owner' },
    ])
    const [audit] = await db.select().from(auditLog).where(eq(auditLog.shopId, added.shopId))
    expect(audit).toMatchObject({ action: 'shop.add', actorKind: 'system' })
    const listed = await listShops({ ctx })
    expect(listed.map(({ accessCode }) => accessCode)).toContain(added.accessCode)
  })

  test('takes over the secret that its platform signs with', async () => {
    const webhookSecret = 'a secret of the platform'.replaceAll(' ', '-')
    const added = await addShop({ ctx, input: { ...shopOf('given.myshopify.com'), webhookSecret } })
    expect(added.webhookSecret).toBe(webhookSecret)
  })

  test('is one, however many add its domain at once', async () => {
    const tries = Array.from({ length: 8 }, async () => await addShop({ ctx, input: shopOf('once.myshopify.com') }))
    const ends = await Promise.allSettled(tries)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'shop.domain_taken' })
    expect(await db.select().from(shop).where(eq(shop.domain, 'once.myshopify.com'))).toHaveLength(1)
  })

  test('may belong to somebody who has a shop already: the account stays as it is', async () => {
    const email = 'two.shops@example.com'
    await addShop({ ctx, input: shopOf('first.myshopify.com', email) })
    await db.update(userAccount).set({ name: 'Ada Holm', passwordHash: 'kept' }).where(eq(userAccount.email, email))
    const second = await addShop({ ctx, input: shopOf('second.myshopify.com', email.toUpperCase()) })
    expect(second.isOwnerNew).toBe(false)
    expect(await accountsOf(email)).toMatchObject([{ name: 'Ada Holm', passwordHash: 'kept' }])
  })
})

test('an operator is added once, and somebody known keeps name and password', async () => {
  const input = { email: 'olu@example.com', name: 'Olu' }
  expect(await addOperator({ ctx, input })).toEqual({ isNew: true })
  expect(await accountsOf(input.email)).toMatchObject([{ name: 'Olu', isOperator: true, passwordHash: null }])
  expect(await addOperator({ ctx, input: { ...input, name: 'Somebody else' } })).toEqual({ isNew: false })
  expect(await accountsOf(input.email)).toMatchObject([{ name: 'Olu', isOperator: true }])
})

const strangers: readonly Principal[] = [
  { kind: 'anonymous' },
  { kind: 'operator', userId: randomUUID(), sessionId: randomUUID() },
  {
    kind: 'member',
    userId: randomUUID(),
    sessionId: randomUUID(),
    shopId: randomUUID(),
    role: 'owner',
    isRecent: true,
  },
]
test.each(strangers)('nobody but the console adds or lists shops: $kind', async (principal) => {
  const theirs = world.contextOf(principal)
  const denied = { code: 'permission.denied' }
  await expect(addShop({ ctx: theirs, input: shopOf('never.myshopify.com') })).rejects.toMatchObject(denied)
  await expect(addOperator({ ctx: theirs, input: { email: 'x@example.com', name: 'x' } })).rejects.toMatchObject(denied)
  await expect(listShops({ ctx: theirs })).rejects.toMatchObject(denied)
})
