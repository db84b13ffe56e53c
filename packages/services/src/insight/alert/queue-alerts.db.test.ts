import { incident, incidentAttempt, operatorAlert, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createReviewWorld } from '../../testing/review-world.ts'
import { queueAlerts } from './queue-alerts.ts'

const { db } = await useTestDatabase()
const { deps, jobs } = createReviewWorld(db)

const addOperator = async (values: Partial<typeof userAccount.$inferInsert> = {}): Promise<string> => {
  const [row] = await db
    .insert(userAccount)
    .values({ email: `${randomUUID()}@operator.example`, name: 'Operator', isOperator: true, ...values })
    .returning()
  return row?.id ?? ''
}
const addAttempts = async (
  incidentId: string,
  count: number,
  outcome: typeof incidentAttempt.$inferInsert.outcome = 'open',
): Promise<void> => {
  await db.insert(incidentAttempt).values(
    Array.from({ length: count }, () => ({
      attemptId: randomUUID(),
      incidentId,
      startedAt: new Date(),
      verdict: 'lost_response' as const,
      evidence: [],
      marks: { client: null, server: null },
      outcome,
    })),
  )
}
const openIncident = async (values: Partial<typeof incident.$inferInsert> = {}, attempts = 1): Promise<string> => {
  const kind = { verdict: 'lost_response', procedure: 'customer.review.submit' } as const
  const now = new Date()
  const [row] = await db
    .insert(incident)
    .values({ ...kind, firstAt: now, lastAt: now, ...values })
    .returning()
  await addAttempts(row?.id ?? '', attempts)
  return row?.id ?? ''
}
/** What was queued since the last look. */
let read = 0
const queued = () => {
  const since = jobs.slice(read).map(({ name, data }) => ({ name, data }))
  read = jobs.length
  return since
}
const queue = async (hasWebhook = false) => {
  await queueAlerts(deps, { hasWebhook })
  return queued()
}

beforeEach(async () => {
  await db.delete(operatorAlert)
  await db.delete(incidentAttempt)
  await db.delete(incident)
  await db.delete(userAccount)
  queued()
})

test('a new incident is told once to each operator and to the webhook, however many workers look at once', async () => {
  const operators = [await addOperator(), await addOperator()]
  await addOperator({ disabledAt: new Date() })
  await addOperator({ isOperator: false })
  const incidentId = await openIncident()
  await Promise.all(Array.from({ length: 4 }, async () => await queueAlerts(deps, { hasWebhook: true })))
  const told = queued()
  expect(told).toHaveLength(3)
  expect(told).toEqual(
    expect.arrayContaining(
      [...operators, null].map((userId) => ({ name: 'send-alert', data: { incidentId, reason: 'new', userId } })),
    ),
  )
})

describe('an incident that was told is told again', () => {
  test('when it has grown fivefold, and not before', async () => {
    await addOperator()
    const incidentId = await openIncident({}, 2)
    expect(await queue()).toHaveLength(1)
    await addAttempts(incidentId, 7)
    expect(await queue()).toEqual([])
    await addAttempts(incidentId, 1)
    expect(await queue()).toMatchObject([{ data: { incidentId, reason: 'grows' } }])
    expect(await queue()).toEqual([])
  })

  test('when a customer gave up by it, once', async () => {
    await addOperator()
    const incidentId = await openIncident()
    await queue()
    await addAttempts(incidentId, 1, 'gave_up')
    expect(await queue()).toMatchObject([{ data: { incidentId, reason: 'gave_up' } }])
    await addAttempts(incidentId, 1, 'gave_up')
    expect(await queue()).toEqual([])
  })
})

test('what is due for two reasons at once is told for the more urgent one', async () => {
  await addOperator()
  const incidentId = await openIncident()
  await addAttempts(incidentId, 1, 'gave_up')
  expect(await queue()).toMatchObject([{ data: { incidentId, reason: 'gave_up' } }])
})

test('muted and resolved incidents, and those of days ago, are told to nobody', async () => {
  await addOperator()
  await openIncident({ state: 'muted' })
  await openIncident({ state: 'resolved' })
  const long = new Date(Date.now() - 5 * 24 * 3_600_000)
  await openIncident({ firstAt: long, lastAt: long })
  expect(await queue(true)).toEqual([])
})

test('beyond three an hour they come together in one digest, and the next digest waits for its hour', async () => {
  const userId = await addOperator()
  for (let count = 0; count < 5; count += 1) await openIncident()
  const first = await queue()
  expect(first.map(({ name }) => name).toSorted()).toEqual([
    'send-alert',
    'send-alert',
    'send-alert',
    'send-alert-digest',
  ])
  await openIncident()
  expect(await queue()).toEqual([])
  expect(await db.$count(operatorAlert, sql`${operatorAlert.toldAt} is null`)).toBe(1)
  await db
    .update(operatorAlert)
    .set({ toldAt: sql`${operatorAlert.toldAt} - interval '61 minutes'` })
    .where(eq(operatorAlert.userId, userId))
  expect(await queue()).toMatchObject([{ name: 'send-alert', data: { userId, reason: 'new' } }])
})

test('without an operator and a webhook nothing is queued, and nothing waits for one who comes later', async () => {
  await openIncident()
  expect(await queue()).toEqual([])
  await addOperator()
  expect(await queue()).toEqual([])
})
