import { incident, incidentAttempt } from '@afterword/db/schema'
import {
  createCustomer,
  createLineItem,
  createOrder,
  createReview,
  createReviewRequest,
  createShop,
  createProduct,
} from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { encodeId } from '@afterword/validation/primitives/ids'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { findAttempts } from './find-attempts.ts'

const { db } = await useTestDatabase()
const world = createReviewWorld(db)
const ctx = world.contextOf({ kind: 'operator', userId: randomUUID(), sessionId: randomUUID() })
const start = new Date('2026-11-20T08:00:00Z')
const [opened] = await db
  .insert(incident)
  .values({ verdict: 'lost_response', procedure: 'customer.review.submit', firstAt: start, lastAt: start })
  .returning()

/** A failed attempt at one line of an order that somebody made. */
const fail = async (buyer: { firstName: string; lastName: string; email: string; orderName: string }) => {
  const { id: shopId } = await createShop(db)
  const { orderName: name, ...person } = buyer
  const customer = await createCustomer(db, { shopId, ...person })
  const order = await createOrder(db, { shopId, customerId: customer.id, name })
  const product = await createProduct(db, { shopId })
  const line = await createLineItem(db, { shopId, orderId: order.id, productId: product.id })
  const request = await createReviewRequest(db, { shopId, orderId: order.id })
  const attempt = {
    attemptId: randomUUID(),
    submissionId: randomUUID(),
    requestId: `req-${randomUUID()}`,
    shopId,
    lineItemId: line.id,
    reviewRequestId: request.id,
  }
  await db.insert(incidentAttempt).values({
    ...attempt,
    incidentId: opened?.id ?? '',
    startedAt: start,
    verdict: 'lost_response',
    evidence: [],
    marks: { client: null, server: null },
  })
  return { ...attempt, order, customer, product, line }
}
const mina = await fail({
  firstName: 'Mina',
  lastName: 'Müller',
  email: 'Mina.Mueller@example.com',
  orderName: '#1042',
})
const subin = await fail({ firstName: '수빈', lastName: '조', email: 'subin@example.com', orderName: 'KR-7' })

const find = async (input: Partial<Parameters<typeof findAttempts>[0]['input']>): Promise<string[]> =>
  (await findAttempts({ ctx, input: { pageSize: 20, ...input } })).items.map(({ attemptId }) => attemptId)

test.each([
  ['an attempt’s id', mina.attemptId],
  ['a submission’s id', mina.submissionId],
  ['a request’s id', mina.requestId],
  ['an order’s name', '#1042'],
  ['an order’s name without its sign', '1042'],
  ['an e-mail address in any case', ' mina.mueller@EXAMPLE.com '],
  ['a name without its accents', 'muller'],
  ['both names, first name first', 'Mina Müller'],
  ['both names, family name first', 'müller mina'],
  ['the name as screens show it', 'Mina M.'],
])('%s finds the attempt, and no other', async (_what, search) => {
  expect(await find({ search })).toEqual([mina.attemptId])
})

test.each([
  ['written together as in Korean', '조수빈'],
  ['as screens show it', '조*빈'],
])('a name whose family comes first is found %s', async (_what, search) => {
  expect(await find({ search })).toEqual([subin.attemptId])
})

test.each(['mina.mueller', 'example.com', '104', '%', '_', 'nobody', '조*현'])(
  '%j, a part of what must be whole or a pattern, finds nothing',
  async (search) => {
    expect(await find({ search })).toEqual([])
  },
)

test('a review’s own id finds the attempt that brought it', async () => {
  const { id } = await createReview(db, {
    shopId: mina.shopId,
    productId: mina.product.id,
    lineItemId: mina.line.id,
    submissionId: mina.submissionId,
  })
  expect(await find({ search: encodeId('review', id) })).toEqual([mina.attemptId])
})

test('shop, order, line item and customer narrow it, all together', async () => {
  for (const input of [
    { shopId: mina.shopId },
    { orderId: mina.order.id },
    { lineItemId: mina.line.id },
    { customerId: mina.customer.id },
    { shopId: mina.shopId, search: '1042' },
  ])
    expect(await find(input)).toEqual([mina.attemptId])
  expect(await find({ shopId: subin.shopId, search: '1042' })).toEqual([])
})

test('a page goes on where it ended, also among attempts of one moment', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await findAttempts({ ctx, input: { pageSize: 1, cursor } })
    seen.push(...page.items.map(({ attemptId }) => attemptId))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(new Set(seen)).toEqual(new Set([mina.attemptId, subin.attemptId]))
  expect(seen).toHaveLength(2)
})

test('nobody but operators looks for them', async () => {
  const owner = world.contextOf(await createMember(db, mina.shopId, 'owner'))
  await expect(findAttempts({ ctx: owner, input: { pageSize: 1 } })).rejects.toMatchObject({
    code: 'permission.denied',
  })
})
