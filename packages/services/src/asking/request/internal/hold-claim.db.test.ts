import { reviewRequest } from '@afterword/db/schema'
import { createReviewableOrder } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { createPlatformShop } from '../../../testing/platform-shop.ts'
import { claimReviewRequest } from './claim-review-request.ts'
import { holdClaim } from './hold-claim.ts'

const { db } = await useTestDatabase()

const hold = async (claimSeconds: number) => {
  const { shop, ctx, readRequests } = await createPlatformShop(db)
  const { reviewRequest: request } = await createReviewableOrder(db, { shopId: shop.id })
  const key = { shopId: shop.id, reviewRequestId: request.id }
  const claim = await claimReviewRequest({ ctx, input: { ...key, claimSeconds } })
  if (claim === null) throw new Error('the request must be free')
  const claimAgain = async () => await claimReviewRequest({ ctx, input: { ...key, claimSeconds: 30 } })
  const change = async (values: Partial<typeof reviewRequest.$inferInsert>) =>
    await db.update(reviewRequest).set(values).where(eq(reviewRequest.id, key.reviewRequestId))
  return { held: holdClaim({ ctx, claim, claimSeconds }), claimAgain, change, readRequests }
}
const runOut = { claimedUntil: new Date(0) }

test('a sender whose claim was taken by another may not hand its mail over', async () => {
  const { held, claimAgain, change } = await hold(30)
  await change(runOut)
  expect(await claimAgain()).not.toBeNull()
  await expect(held.beforeHandover()).rejects.toMatchObject({ code: 'mail.unavailable' })
  expect(held.signal.aborted).toBe(true)
  held.letGo()
})

test('a try ends by itself when its claim is found lost', async () => {
  const { held, claimAgain, change } = await hold(2)
  await change(runOut)
  await claimAgain()
  if (!held.signal.aborted) await once(held.signal, 'abort')
  held.letGo()
})

test('a request whose mail was handed over is never claimed again, even when its holder is gone', async () => {
  const { held, claimAgain, change, readRequests } = await hold(30)
  await held.beforeHandover()
  held.letGo()
  await change(runOut)
  expect(await claimAgain()).toBeNull()
  expect((await readRequests())[0]?.handedOverAt).toBeInstanceOf(Date)
})
