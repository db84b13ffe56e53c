import { reviewRequest } from '@afterword/db/schema'
import { createOrder, createReviewRequest, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { isMailOver, isOpenRequest, requestState } from './request-state.ts'

const { db } = await useTestDatabase()
const at = new Date('2026-01-06T10:00:00Z')
const times = [null, at]

/** Every mix of what ends a request, with what it means. */
const mixes = times.flatMap((sentAt) =>
  times.flatMap((cancelledAt) => times.map((givenUpAt) => ({ sentAt, cancelledAt, givenUpAt }))),
)
const stateOf = ({ sentAt, cancelledAt, givenUpAt }: (typeof mixes)[number]) => {
  if (sentAt !== null) return 'sent'
  if (cancelledAt !== null) return 'cancelled'
  return givenUpAt === null ? 'scheduled' : 'given_up'
}

const createMixes = async () => {
  const { id: shopId } = await createShop(db)
  const expected = new Map<string, (typeof mixes)[number]>()
  for (const mix of mixes) {
    const { id: orderId } = await createOrder(db, { shopId })
    const { id } = await createReviewRequest(db, { shopId, orderId, ...mix })
    expected.set(id, mix)
  }
  return { shopId, expected }
}

test('a request is open exactly while it is scheduled: none of its three ends has come', async () => {
  const { shopId, expected } = await createMixes()
  const rows = await db
    .select({ id: reviewRequest.id, state: requestState, isOpen: isOpenRequest, isOver: isMailOver() })
    .from(reviewRequest)
    .where(eq(reviewRequest.shopId, shopId))
  expect(new Map(rows.map(({ id, ...row }) => [id, row]))).toEqual(
    new Map(
      [...expected].map(([id, mix]) => [
        id,
        {
          state: stateOf(mix),
          isOpen: stateOf(mix) === 'scheduled',
          isOver: mix.sentAt !== null || mix.givenUpAt !== null,
        },
      ]),
    ),
  )
  expect(rows.filter((row) => row.isOpen)).toHaveLength(1)
})

test('an update and an alias ask the same', async () => {
  const { shopId } = await createMixes()
  const other = alias(reviewRequest, 'other')
  const over = await db
    .select({ id: other.id })
    .from(other)
    .where(sql`${other.shopId} = ${shopId} and ${isMailOver(other)}`)
  expect(over).toHaveLength(6)
  const changed = await db
    .update(reviewRequest)
    .set({ lastError: 'seen' })
    .where(sql`${reviewRequest.shopId} = ${shopId} and ${isOpenRequest}`)
    .returning({ id: reviewRequest.id })
  expect(changed).toHaveLength(1)
})

test('the index of requests that are due holds the open ones and no others', async () => {
  const { shopId } = await createMixes()
  const [index] = await db.execute<{ predicate: string }>(
    sql`select pg_get_expr(indpred, indrelid) as predicate from pg_index where indexrelid = 'review_request_due'::regclass`,
  )
  const differing = await db
    .select({ id: reviewRequest.id })
    .from(reviewRequest)
    .where(
      sql`${reviewRequest.shopId} = ${shopId} and (${sql.raw(index?.predicate ?? 'null')}) is distinct from ${isOpenRequest}`,
    )
  expect(differing).toEqual([])
})
