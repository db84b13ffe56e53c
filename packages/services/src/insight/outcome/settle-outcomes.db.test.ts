import { clientOutcome, incident, incidentAttempt, reviewSubmission, serverAttempt } from '@afterword/db/schema'
import { createReview, createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeAttemptPartitions } from '../attempt/keep-partitions.ts'
import { shownOutcome } from './internal/shown-outcome.ts'
import { settleOutcomes } from './settle-outcomes.ts'

const { db } = await useTestDatabase()
const minuteMs = 60_000
const startedAt = new Date(Date.now() - 30 * minuteMs)
const after = (minutes: number): Date => new Date(startedAt.getTime() + minutes * minuteMs)

const [opened] = await db
  .insert(incident)
  .values({ verdict: 'lost_response', procedure: 'customer.review.submit', firstAt: startedAt, lastAt: startedAt })
  .returning()
const incidentId = opened?.id ?? ''

const fail = async (values: Partial<typeof incidentAttempt.$inferInsert> = {}): Promise<string> => {
  const attemptId = randomUUID()
  await db.insert(incidentAttempt).values({
    attemptId,
    incidentId,
    startedAt,
    verdict: 'lost_response',
    evidence: [],
    marks: { client: null, server: null },
    ...values,
  })
  return attemptId
}
const outcomeOf = async (attemptId: string, now = new Date()) => {
  await settleOutcomes(db, now)
  const [row] = await db
    .select({ outcome: incidentAttempt.outcome })
    .from(incidentAttempt)
    .where(eq(incidentAttempt.attemptId, attemptId))
  return row?.outcome
}
const { id: shopId } = await createShop(db)
const { reviewRequest: asked } = await createReviewableOrder(db, { shopId })
const submit = async (submissionId: string, createdAt: Date): Promise<void> => {
  await db.insert(reviewSubmission).values({
    shopId,
    reviewRequestId: asked.id,
    submissionId,
    fingerprint: new Uint8Array(32),
    answer: '{}',
    createdAt,
  })
}

describe('a failed call has come through', () => {
  test.each([
    [4, 'recovered_by_retry'],
    [6, 'recovered_later'],
  ] as const)('when its submission was stored: after %i minutes it counts as %s', async (minutes, outcome) => {
    const submissionId = randomUUID()
    const attemptId = await fail({ shopId, submissionId })
    await submit(submissionId, after(minutes))
    expect(await outcomeOf(attemptId)).toBe(outcome)
  })

  test('when another submission brought its item’s review, by a reload of the page for instance', async () => {
    const { lineItem, product } = await createReviewableOrder(db, { shopId })
    const attemptId = await fail({ shopId, lineItemId: lineItem.id, submissionId: randomUUID() })
    await createReview(db, { shopId, productId: product.id, lineItemId: lineItem.id, createdAt: after(2) })
    expect(await outcomeOf(attemptId)).toBe('recovered_by_retry')
  })

  test('and not when the item had its review long before', async () => {
    const { lineItem, product } = await createReviewableOrder(db, { shopId })
    await createReview(db, { shopId, productId: product.id, lineItemId: lineItem.id, createdAt: after(-10) })
    expect(await outcomeOf(await fail({ shopId, lineItemId: lineItem.id, submissionId: randomUUID() }))).toBe('open')
  })

  test('where nothing is stored: when a later call for the same page worked', async () => {
    const { reviewRequest } = await createReviewableOrder(db, { shopId })
    const attemptId = await fail({ shopId, reviewRequestId: reviewRequest.id })
    const call = { requestId: 'r', procedure: 'customer.reviewRequest.get', reviewRequestId: reviewRequest.id }
    await makeAttemptPartitions(db, new Date(), startedAt)
    await db.insert(serverAttempt).values({
      ...call,
      attemptId: randomUUID(),
      receivedAt: after(1),
      finishedAt: after(1),
      httpStatus: 500,
    })
    expect(await outcomeOf(attemptId)).toBe('open')
    await db.insert(serverAttempt).values({
      ...call,
      attemptId: randomUUID(),
      receivedAt: after(3),
      finishedAt: after(3),
      httpStatus: 200,
    })
    expect(await outcomeOf(attemptId)).toBe('recovered_by_retry')
  })
})

test('what the database has goes before what a browser tells', async () => {
  const [stored, told] = [randomUUID(), randomUUID()]
  await db.insert(clientOutcome).values([
    { submissionId: stored, outcome: 'gave_up' },
    { submissionId: told, outcome: 'recovered_later' },
  ])
  await submit(stored, after(1))
  expect(await outcomeOf(await fail({ shopId, submissionId: stored }))).toBe('recovered_by_retry')
  expect(await outcomeOf(await fail({ shopId, submissionId: told }))).toBe('recovered_later')
})

describe('work without any outcome', () => {
  test('counts as given up after a day, not before, and as recovered when the review arrives after all', async () => {
    const submissionId = randomUUID()
    const attemptId = await fail({ shopId, submissionId })
    expect(await outcomeOf(attemptId, after(24 * 60 - 1))).toBe('open')
    expect(await outcomeOf(attemptId, after(24 * 60 + 1))).toBe('gave_up')
    await submit(submissionId, after(26 * 60))
    expect(await outcomeOf(attemptId, after(27 * 60))).toBe('recovered_later')
  })

  test('that stores nothing is never given up: nobody wrote anything', async () => {
    expect(await outcomeOf(await fail({ shopId }), after(48 * 60))).toBe('open')
  })
})

test('people are shown whether an outcome may still come, cannot be known, or was never to be', async () => {
  const young = await fail({ startedAt: new Date() })
  const old = await fail({ startedAt: new Date(Date.now() - 25 * 60 * minuteMs) })
  const scanner = await fail({ verdict: 'mail_scanner' })
  const settled = await fail({ outcome: 'gave_up', verdict: 'browser_noise' })
  const rows = await db.execute<{ id: string; outcome: string }>(
    sql`select a.attempt_id as id, ${shownOutcome('a')} as outcome from incident_attempt a`,
  )
  const shown = new Map(rows.map(({ id, outcome }) => [id, outcome]))
  expect([young, old, scanner, settled].map((id) => shown.get(id))).toEqual(['not_yet', 'unknown', 'none', 'gave_up'])
})
