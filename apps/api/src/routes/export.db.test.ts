import { createReview } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import {
  backdateSignIn,
  createReviewShop,
  signInMember,
  signInOperator,
} from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { afterAll, expect, test } from 'vitest'
import { startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase()
const api = await startApi(db)
afterAll(async () => await api.stop())

const address = '/api/export/reviews.csv'
const { shop, product } = await createReviewShop(db)
await createReview(db, { shopId: shop.id, productId: product.id, body: 'Warm, and soft', title: '+1' })
const owner = await signInMember(api.world, shop.id, 'owner')
const ask = async (accessToken: string, headers: Record<string, string> = {}) =>
  await api.sendOwn(address, {}, { authorization: `Bearer ${accessToken}`, ...headers })

test('sends a file that nothing keeps', async () => {
  const answer = await ask(owner.accessToken, { 'x-shop': encodeId('shop', shop.id) })
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'cache-control': 'private, no-store',
    'content-disposition': expect.stringMatching(/^attachment; filename="reviews-\d{4}-\d\d-\d\d\.csv"$/),
  })
  expect(answer.text).toMatch(/^\uFEFF"product_handle","state",/)
  expect(answer.text).toContain(`"Warm, and soft"`)
  expect(answer.text).toContain(`'+1`)
})

test('refuses everybody else with a code', async () => {
  const stale = await signInMember(api.world, shop.id, 'owner')
  await backdateSignIn(db, stale.sessionId)
  const moderator = await signInMember(api.world, shop.id, 'moderator')
  const operator = await signInOperator(api.world)
  const otherShop = { 'x-shop': encodeId('shop', crypto.randomUUID()) }
  const answers = [
    [await ask('x'), 401, 'access_token.invalid'],
    [await api.sendOwn(address, {}), 401, 'access_token.missing'],
    [await ask(stale.accessToken), 403, 'step_up.required'],
    [await ask(moderator.accessToken), 403, 'permission.denied'],
    [await ask(operator.accessToken), 403, 'permission.denied'],
    [await ask(owner.accessToken, otherShop), 409, 'shop.changed'],
    [await ask(owner.accessToken, { origin: 'https://evil.example' }), 403, 'origin.refused'],
  ] as const
  for (const [answer, status, code] of answers) {
    expect(answer).toMatchObject({ status })
    expect(answer.json()).toMatchObject({ code })
  }
  expect((await api.send(address)).status).toBe(404)
})
