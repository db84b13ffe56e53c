import { invitation } from '@afterword/db/schema'
import { createInvitation, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { errorCodes } from '@afterword/errors'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { isOpen, isPastEnd, isUnanswered } from './open-invitation.ts'
import { invitationsPerDay } from './require-allowance.ts'

const { db } = await useTestDatabase()
const times = [null, new Date('2026-01-06T10:00:00Z')]
const ends = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)]

test('an invitation can be accepted while nobody has answered it and its end has not come', async () => {
  const { id: shopId } = await createShop(db)
  const expected = new Map<string, object>()
  for (const acceptedAt of times)
    for (const revokedAt of times)
      for (const [index, expiresAt] of ends.entries()) {
        const row = await createInvitation(db, { shopId, invitedBy: randomUUID(), acceptedAt, revokedAt, expiresAt })
        const waits = acceptedAt === null && revokedAt === null
        expected.set(row.id, { isUnanswered: waits, isPastEnd: index === 0, isOpen: waits && index === 1 })
      }
  const rows = await db
    .select({ id: invitation.id, isUnanswered, isPastEnd, isOpen })
    .from(invitation)
    .where(eq(invitation.shopId, shopId))
  expect(new Map(rows.map(({ id, ...row }) => [id, row]))).toEqual(expected)
})

test('the key of one unanswered invitation for each address holds the unanswered ones and no others', async () => {
  const [index] = await db.execute<{ predicate: string }>(
    sql`select pg_get_expr(indpred, indrelid) as predicate from pg_index where indexrelid = 'invitation_open_key'::regclass`,
  )
  const differing = await db
    .select({ id: invitation.id })
    .from(invitation)
    .where(sql`(${sql.raw(index?.predicate ?? 'null')}) is distinct from ${isUnanswered}`)
  expect(await db.$count(invitation)).toBeGreaterThan(0)
  expect(differing).toEqual([])
})

test('an owner who has sent too many is told how many there may be', () => {
  expect(errorCodes['invitation.limit_reached'].message).toContain(` ${invitationsPerDay} `)
})
