import { auditLog } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { listAuditSchema } from '@afterword/validation/audit/log'
import type { AuditAction } from '@afterword/validation/audit/actions'
import { encodeId } from '@afterword/validation/primitives/ids'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { listAudit } from './list-audit.ts'

const { db } = await useTestDatabase()
const world = createReviewWorld(db)

const createStory = async () => {
  const shop = await createShop(db)
  const owner = await createMember(db, shop.id, 'owner')
  const write = async (action: AuditAction, values: Partial<typeof auditLog.$inferInsert> = {}) =>
    await db.insert(auditLog).values({ shopId: shop.id, actorKind: 'system', action, ...values })
  const list = async (input: Record<string, unknown> = {}, principal = owner) =>
    await listAudit({ ctx: world.contextOf(principal), input: listAuditSchema.parse(input) })
  return { shop, owner, write, list }
}

test('an owner reads who did what to which review, newest first, in pages that meet without a gap', async () => {
  const { owner, write, list } = await createStory()
  const reviewId = randomUUID()
  await write('review.publish', {
    at: new Date('2026-11-01T10:00:00Z'),
    actorKind: 'member',
    actorId: owner.userId,
    subjectId: reviewId,
    details: { version: 2 },
  })
  for (const minute of [1, 2, 3, 4]) await write('order.create', { at: new Date(`2026-11-02T10:0${minute}:00Z`) })
  const first = await list({ pageSize: 3 })
  const second = await list({ pageSize: 3, cursor: first.nextCursor ?? undefined })
  expect([...first.items, ...second.items].map(({ at }) => at.toISOString().slice(8, 16))).toEqual([
    '02T10:04',
    '02T10:03',
    '02T10:02',
    '02T10:01',
    '01T10:00',
  ])
  expect(second.nextCursor).toBeNull()
  expect(second.items.at(-1)).toMatchObject({
    actorKind: 'member',
    actorName: expect.stringMatching(/./),
    action: 'review.publish',
    reviewId: encodeId('review', reviewId),
    details: { version: 2 },
  })
})

test('acts of one moment are each listed once, page after page', async () => {
  const { write, list } = await createStory()
  const at = new Date('2026-11-02T10:00:00Z')
  for (let count = 0; count < 5; count += 1) await write('order.create', { at, details: { count } })
  const seen: unknown[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await list({ pageSize: 2, cursor })
    seen.push(...page.items.map(({ details }) => details?.['count']))
    cursor = page.nextCursor
  }
  expect(new Set(seen)).toEqual(new Set([0, 1, 2, 3, 4]))
  expect(seen).toHaveLength(5)
})

test('the log is narrowed by person, kind, act and days, both days included', async () => {
  const { owner, shop, write, list } = await createStory()
  const moderator = await createMember(db, shop.id, 'moderator')
  const by = (userId: string) => ({ actorKind: 'member' as const, actorId: userId })
  await write('review.publish', { ...by(owner.userId), at: new Date('2026-11-01T00:00:00Z') })
  await write('review.reject', { ...by(moderator.userId), at: new Date('2026-11-01T23:59:59Z') })
  await write('review.reject', { ...by(owner.userId), at: new Date('2026-11-02T00:00:00Z') })
  const actions = async (input: Record<string, unknown>) => (await list(input)).items.map(({ action }) => action)
  expect(await actions({ userId: encodeId('user', moderator.userId) })).toEqual(['review.reject'])
  expect(await actions({ action: 'review.publish' })).toEqual(['review.publish'])
  expect(await actions({ from: '2026-11-01', until: '2026-11-01' })).toEqual(['review.reject', 'review.publish'])
  expect(await actions({ from: '2026-11-02' })).toEqual(['review.reject'])
  expect(await actions({ actorKind: 'customer' })).toEqual([])
})

test('only an owner reads the log, and only that of their own shop', async () => {
  const { shop, write, list } = await createStory()
  const other = await createStory()
  await write('widget.save')
  expect((await list({}, other.owner)).items).toEqual([])
  for (const role of ['moderator', 'viewer'] as const) {
    await expect(list({}, await createMember(db, shop.id, role))).rejects.toMatchObject({ code: 'permission.denied' })
  }
})
