import { auditLog, widget } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { defaultWidgetSettings, type PriceLine } from '@afterword/validation/widget/settings'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { getWidget } from './get-widget.ts'
import { saveWidget } from './save-widget.ts'

const { db } = await useTestDatabase()
const world = createReviewWorld(db)
const settings = { ...defaultWidgetSettings('#224466'), pageSize: 7 }

const openShop = async () => {
  const shop = await createShop(db, { accentColor: '#224466', currency: 'EUR' })
  const owner = await createMember(db, shop.id, 'owner')
  return { shop, owner, ctx: world.contextOf(owner) }
}

test('until a shop saves its own, the settings in force are version 0 with the shop’s colour', async () => {
  const { ctx } = await openShop()
  expect(await getWidget({ ctx })).toEqual({
    settings: defaultWidgetSettings('#224466'),
    version: 0,
    currency: 'EUR',
    locale: 'en',
  })
})

test('what was saved is in force, as the next version, and the log says who saved it', async () => {
  const { ctx, shop, owner } = await openShop()
  expect(await saveWidget({ ctx, input: { settings, baseVersion: 0 } })).toEqual({ settings, version: 1, notes: [] })
  expect(await getWidget({ ctx })).toMatchObject({ settings, version: 1 })
  await saveWidget({ ctx, input: { settings: { ...settings, pageSize: 9 }, baseVersion: 1 } })
  expect(await getWidget({ ctx })).toMatchObject({ settings: { pageSize: 9 }, version: 2 })
  const log = await db.select().from(auditLog).where(eq(auditLog.shopId, shop.id)).orderBy(auditLog.id)
  expect(log).toMatchObject([
    { action: 'widget.save', actorId: owner.userId, details: { version: 1 } },
    { action: 'widget.save', actorId: owner.userId, details: { version: 2 } },
  ])
})

test('of any number who save upon one version one succeeds, and the others are told', async () => {
  const { ctx, shop } = await openShop()
  const saves = await Promise.allSettled(
    Array.from(
      { length: 8 },
      async (_, index) =>
        await saveWidget({ ctx, input: { settings: { ...settings, pageSize: index + 1 }, baseVersion: 0 } }),
    ),
  )
  const refused = saves.filter((save) => save.status === 'rejected')
  expect(refused).toHaveLength(7)
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'widget.state_changed' })
  expect(await db.$count(widget, eq(widget.shopId, shop.id))).toBe(1)
  expect(await db.$count(auditLog, eq(auditLog.shopId, shop.id))).toBe(1)
})

test.each([0, 2])('a save upon version %i, which is not the newest, overwrites nothing', async (baseVersion) => {
  const { ctx } = await openShop()
  await saveWidget({ ctx, input: { settings, baseVersion: 0 } })
  await expect(
    saveWidget({ ctx, input: { settings: { ...settings, pageSize: 1 }, baseVersion } }),
  ).rejects.toMatchObject({ code: 'widget.state_changed' })
  expect(await getWidget({ ctx })).toMatchObject({ settings: { pageSize: 7 }, version: 1 })
})

test.each<[PriceLine, readonly string[]]>([
  [{ mode: 'fixed', compareAtMinor: 0 }, ['compare_at_zero']],
  [{ mode: 'fixed', compareAtMinor: 1 }, []],
  [{ mode: 'off' }, []],
  [{ mode: 'product' }, []],
])('a price line of %j is saved with the notes %j', async (priceLine, notes) => {
  const { ctx } = await openShop()
  const saved = await saveWidget({ ctx, input: { settings: { ...settings, priceLine }, baseVersion: 0 } })
  expect(saved.notes).toEqual(notes)
  expect((await getWidget({ ctx })).settings.priceLine).toEqual(priceLine)
})

test('only an owner saves, each for their own shop alone', async () => {
  const [one, other] = [await openShop(), await openShop()]
  for (const role of ['moderator', 'viewer'] as const) {
    const ctx = world.contextOf(await createMember(db, one.shop.id, role))
    await expect(saveWidget({ ctx, input: { settings, baseVersion: 0 } })).rejects.toMatchObject({
      code: 'permission.denied',
    })
    expect(await getWidget({ ctx })).toMatchObject({ version: 0 })
  }
  await saveWidget({ ctx: one.ctx, input: { settings, baseVersion: 0 } })
  expect(await getWidget({ ctx: other.ctx })).toMatchObject({ version: 0 })
})
