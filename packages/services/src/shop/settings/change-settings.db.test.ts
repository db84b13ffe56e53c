import { auditLog, shop } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createPlatformShop } from '../../testing/platform-shop.ts'
import { createMember } from '../../testing/review-world.ts'
import { changeSettings } from './change-settings.ts'
import { readSettings } from './read-settings.ts'

const { db } = await useTestDatabase()

const createStory = async () => {
  const { shop: own, ctx } = await createPlatformShop(db)
  const owner = await createMember(db, own.id, 'owner')
  const audits = async () =>
    await db
      .select({ details: auditLog.details, actorId: auditLog.actorId })
      .from(auditLog)
      .where(and(eq(auditLog.shopId, own.id), eq(auditLog.action, 'shop.change_settings')))
  return { own, owner, ctx: { ...ctx, principal: owner }, audits }
}

test('what an owner changes is there for all at once, and the log names the fields without what they hold', async () => {
  const { own, owner, ctx, audits } = await createStory()
  const before = await readSettings({ ctx })
  const change = { name: 'Maru Ceramics', postalAddress: '1 Main St, Berlin', requestDelayDays: 0 }
  expect(await changeSettings({ ctx, input: change })).toEqual({ ...before, ...change })
  expect(await readSettings({ ctx })).toEqual({ ...before, ...change })
  const viewer = await createMember(db, own.id, 'viewer')
  expect(await readSettings({ ctx: { ...ctx, principal: viewer } })).toEqual({ ...before, ...change })
  expect(await audits()).toEqual([{ details: { fields: Object.keys(change) }, actorId: owner.userId }])
})

test('two owners who change different fields at the same time both succeed', async () => {
  const { ctx } = await createStory()
  const before = await readSettings({ ctx })
  await Promise.all([
    changeSettings({ ctx, input: { name: 'One' } }),
    changeSettings({ ctx, input: { replyToEmail: 'two@shop.example' } }),
  ])
  expect(await readSettings({ ctx })).toEqual({ ...before, name: 'One', replyToEmail: 'two@shop.example' })
})

test('what is as it was is neither stored nor recorded again', async () => {
  const { ctx, audits } = await createStory()
  await changeSettings({ ctx, input: { websiteUrl: 'https://shop.example/' } })
  await changeSettings({ ctx, input: { websiteUrl: 'https://shop.example/', name: undefined } })
  await changeSettings({ ctx, input: {} })
  expect(await audits()).toHaveLength(1)
})

test('only owners change settings, only those of their own shop, and nobody who is no member reads them', async () => {
  const { own, ctx } = await createStory()
  const other = await createStory()
  for (const role of ['moderator', 'viewer'] as const) {
    const principal = await createMember(db, own.id, role)
    await expect(changeSettings({ ctx: { ...ctx, principal }, input: { name: 'Mine' } })).rejects.toMatchObject({
      code: 'permission.denied',
    })
  }
  await expect(readSettings({ ctx: { ...ctx, principal: { kind: 'anonymous' } } })).rejects.toMatchObject({
    code: 'access_token.missing',
  })
  await changeSettings({ ctx: other.ctx, input: { name: 'Theirs' } })
  const [row] = await db.select({ name: shop.name }).from(shop).where(eq(shop.id, own.id))
  expect(row?.name).not.toBe('Theirs')
})
