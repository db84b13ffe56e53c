import { invitation, linkHit } from '@afterword/db/schema'
import { createInvitation, createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deleteEnded } from './delete-ended.ts'

const { db } = await useTestDatabase()
const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 3_600_000)

test('an invitation is kept while it can be sent again, and forgotten 30 days after its end', async () => {
  const shop = await createShop(db)
  const ends = [
    { email: 'open@x.example' },
    { email: 'expired@x.example', expiresAt: daysAgo(29) },
    { email: 'accepted@x.example', acceptedAt: daysAgo(29) },
    { email: 'expired-long-ago@x.example', expiresAt: daysAgo(31) },
    { email: 'accepted-long-ago@x.example', acceptedAt: daysAgo(31) },
    { email: 'revoked-long-ago@x.example', revokedAt: daysAgo(31) },
  ]
  for (const end of ends) await createInvitation(db, { shopId: shop.id, invitedBy: randomUUID(), ...end })
  await deleteEnded(db)
  const kept = await db.select({ email: invitation.email }).from(invitation).where(eq(invitation.shopId, shop.id))
  expect(kept.map(({ email }) => email)).toEqual(['open@x.example', 'expired@x.example', 'accepted@x.example'])
})

test('hits of links are forgotten after 90 days where a shop uninstalled; elsewhere its daily work does it', async () => {
  const keptOf = async (uninstalledAt: Date | null): Promise<number> => {
    const { id: shopId } = await createShop(db, { uninstalledAt })
    const { reviewRequest } = await createReviewableOrder(db, { shopId })
    const hit = { shopId, reviewRequestId: reviewRequest.id, kind: 'opened' as const }
    await db.insert(linkHit).values([91, 89].map((days) => ({ ...hit, at: daysAgo(days) })))
    await deleteEnded(db)
    return (await db.select().from(linkHit).where(eq(linkHit.shopId, shopId))).length
  }
  expect([await keptOf(daysAgo(1)), await keptOf(null)]).toEqual([1, 2])
})
