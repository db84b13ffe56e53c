import { createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { expect, test } from 'vitest'
import { letMailsAge } from '../../testing/let-mails-age.ts'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { resendLink } from './resend-link.ts'

const { db } = await useTestDatabase()

test('the people of a shop cannot mail a customer again and again, whichever of their orders they press', async () => {
  const world = createReviewWorld(db)
  const shop = await createShop(db)
  const first = await createReviewableOrder(db, { shopId: shop.id, email: 'mina@example.com' })
  const ctx = world.contextOf(await createMember(db, shop.id, 'moderator'))
  const resend = async () => await resendLink({ ctx, input: { reviewRequestId: first.reviewRequest.id } })
  for (let turn = 0; turn < 3; turn += 1) await resend()
  await expect(resend()).rejects.toMatchObject({ code: 'rate.limited' })
  await letMailsAge(db, '1 hour')
  await resend()
  await letMailsAge(db, '23 hours')
  await expect(resend()).rejects.toMatchObject({ code: 'rate.limited' })
  expect(world.jobs.map(({ name }) => name)).toEqual(Array.from({ length: 4 }, () => 'send-fresh-link'))
  for (const { data } of world.jobs) expect(data).toMatchObject({ reason: 'review_missing' })
})

test('another shop’s request is not found and counts for no customer', async () => {
  const world = createReviewWorld(db)
  const [shop, other] = [await createShop(db), await createShop(db)]
  const { reviewRequest } = await createReviewableOrder(db, { shopId: other.id })
  const ctx = world.contextOf(await createMember(db, shop.id, 'owner'))
  for (let turn = 0; turn < 3; turn += 1) {
    await expect(resendLink({ ctx, input: { reviewRequestId: reviewRequest.id } })).rejects.toMatchObject({
      code: 'review_request.not_found',
    })
  }
  const theirs = world.contextOf(await createMember(db, other.id, 'owner'))
  await resendLink({ ctx: theirs, input: { reviewRequestId: reviewRequest.id } })
  expect(world.jobs).toHaveLength(1)
})
