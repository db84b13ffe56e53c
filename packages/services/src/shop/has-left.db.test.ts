import { shop } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { hasLeft, hasLeftRow, leavesAt } from './has-left.ts'

const { db } = await useTestDatabase()
const dayMs = 24 * 3_600_000

test.each([
  ['is connected', null, false],
  ['was uninstalled today', 0, false],
  ['was uninstalled almost a week ago', 6.9, false],
  ['was uninstalled a little more than a week ago', 7.1, true],
])('a shop that %s has left: in SQL and in TypeScript %s → %s', async (_name, days, expected) => {
  const uninstalledAt = days === null ? null : new Date(Date.now() - days * dayMs)
  const { id } = await createShop(db, { uninstalledAt })
  const [row] = await db.select({ hasLeft: hasLeftRow }).from(shop).where(eq(shop.id, id))
  expect(row?.hasLeft === true).toBe(expected)
  expect(hasLeft(uninstalledAt, new Date())).toBe(expected)
})

test('a shop has left from the very moment that its owners were told', () => {
  const uninstalledAt = new Date('2026-11-20T08:00:00Z')
  const end = leavesAt(uninstalledAt)
  expect(end).toEqual(new Date('2026-11-27T08:00:00Z'))
  expect(hasLeft(uninstalledAt, new Date(end.getTime() - 1))).toBe(false)
  expect(hasLeft(uninstalledAt, end)).toBe(true)
})
