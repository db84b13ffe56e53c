import { incident, incidentAttempt } from '@afterword/db/schema'
import { createLineItem, createOrder, createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { getIncident } from './get-incident.ts'
import { changeIncidentState } from './change-incident-state.ts'
import { listIncidents } from './list-incidents.ts'

const { db } = await useTestDatabase()
const world = createReviewWorld(db)
const ctx = world.contextOf({ kind: 'operator', userId: randomUUID(), sessionId: randomUUID() })
const start = Date.parse('2026-11-20T08:00:00Z')

const openIncident = async (values: Partial<typeof incident.$inferInsert> = {}, minutes = 0): Promise<string> => {
  const at = new Date(start + minutes * 60_000)
  const [row] = await db
    .insert(incident)
    .values({ verdict: 'lost_response', procedure: 'customer.review.submit', firstAt: at, lastAt: at, ...values })
    .returning()
  return row?.id ?? ''
}
const addAttempt = async (
  incidentId: string,
  values: Partial<typeof incidentAttempt.$inferInsert> = {},
): Promise<string> => {
  const attemptId = randomUUID()
  await db.insert(incidentAttempt).values({
    attemptId,
    incidentId,
    startedAt: new Date(start),
    verdict: 'lost_response',
    evidence: [],
    marks: { client: null, server: null },
    ...values,
  })
  return attemptId
}

test('the list goes on where its page ended, the one seen last first, without one twice or missing', async () => {
  const ids: string[] = []
  // Three at one moment: then the id decides.
  for (const minutes of [0, 5, 5, 5, 9]) ids.push(await openIncident({}, minutes))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listIncidents({ ctx, input: { pageSize: 2, cursor } })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(seen).toHaveLength(5)
  expect(new Set(seen)).toEqual(new Set(ids))
  expect(seen[0]).toBe(ids[4])
  expect(seen.at(-1)).toBe(ids[0])
  await db.delete(incident)
})

test('only those of the state asked for are listed, and nobody but operators sees or changes any', async () => {
  const open = await openIncident()
  await openIncident({ state: 'muted' })
  expect((await listIncidents({ ctx, input: { pageSize: 10, state: 'open' } })).items.map(({ id }) => id)).toEqual([
    open,
  ])
  const owner = world.contextOf(await createMember(db, (await createShop(db)).id, 'owner'))
  const denied = { code: 'permission.denied' }
  await expect(listIncidents({ ctx: owner, input: { pageSize: 10 } })).rejects.toMatchObject(denied)
  await expect(getIncident({ ctx: owner, input: { incidentId: open } })).rejects.toMatchObject(denied)
  await expect(changeIncidentState({ ctx: owner, input: { incidentId: open, state: 'muted' } })).rejects.toMatchObject(
    denied,
  )
})

test('an incident that is not there is not found, neither to read nor to change', async () => {
  const input = { incidentId: randomUUID() }
  await expect(getIncident({ ctx, input })).rejects.toMatchObject({ code: 'incident.not_found' })
  await expect(changeIncidentState({ ctx, input: { ...input, state: 'muted' } })).rejects.toMatchObject({
    code: 'incident.not_found',
  })
})

test('when an incident is resolved is kept, and muting it is no resolving', async () => {
  const incidentId = await openIncident()
  await changeIncidentState({ ctx, input: { incidentId, state: 'muted' } })
  const read = async () => (await db.select().from(incident)).find(({ id }) => id === incidentId)
  expect(await read()).toMatchObject({ state: 'muted', resolvedAt: null })
  await changeIncidentState({ ctx, input: { incidentId, state: 'resolved' } })
  expect(await read()).toMatchObject({ state: 'resolved', resolvedAt: expect.any(Date) })
})

test('its figures count items and people, not tries', async () => {
  const { id: shopId } = await createShop(db)
  const story = await createReviewableOrder(db, { shopId })
  const second = await createLineItem(db, { shopId, orderId: story.order.id })
  const incidentId = await openIncident({ shopId })
  const of = { shopId, reviewRequestId: story.reviewRequest.id }
  const tries = { ...of, lineItemId: story.lineItem.id, outcome: 'recovered_by_retry' } as const
  // One item, tried three times under two submissions; another one given up; a call that stores nothing; a stranger.
  const submissionId = randomUUID()
  await addAttempt(incidentId, { ...tries, submissionId })
  await addAttempt(incidentId, { ...tries, submissionId })
  await addAttempt(incidentId, { ...tries, submissionId: randomUUID() })
  await addAttempt(incidentId, { ...of, lineItemId: second.id, submissionId: randomUUID(), outcome: 'gave_up' })
  await addAttempt(incidentId, of)
  await addAttempt(incidentId)
  const found = await getIncident({ ctx, input: { incidentId } })
  expect(found).toMatchObject({
    attemptCount: 6,
    peopleCount: 1,
    recoveredCount: 1,
    gaveUpCount: 1,
    scope: { shops: 1, orders: 1, lineItems: 2, lineItemsOfOrders: 2 },
    moreAttempts: 0,
  })
  expect(found.hits.map(({ attemptCount, outcome }) => `${attemptCount} ${outcome}`).toSorted()).toEqual([
    '1 gave_up',
    '1 unknown',
    '3 recovered',
  ])
})

test('a mail scanner on a customer’s link is no customer', async () => {
  const { id: shopId } = await createShop(db)
  const { reviewRequest } = await createReviewableOrder(db, { shopId })
  const incidentId = await openIncident({ shopId, verdict: 'mail_scanner', state: 'muted' })
  await addAttempt(incidentId, { shopId, reviewRequestId: reviewRequest.id, verdict: 'mail_scanner' })
  expect(await getIncident({ ctx, input: { incidentId } })).toMatchObject({ attemptCount: 1, peopleCount: 0 })
})

test('the order is named where all of it concerns one, and its items are counted against the order’s', async () => {
  const { id: shopId } = await createShop(db, { name: 'Hearth & Wool' })
  const story = await createReviewableOrder(db, { shopId })
  await createLineItem(db, { shopId, orderId: story.order.id })
  const incidentId = await openIncident({ shopId })
  const of = { shopId, reviewRequestId: story.reviewRequest.id, lineItemId: story.lineItem.id }
  await addAttempt(incidentId, of)
  const { sentence } = await getIncident({ ctx, input: { incidentId } })
  expect(sentence).toContain('for Hearth & Wool, order #1042 (1 of 2 line items),')
  const other = await createOrder(db, { shopId, name: '#1043' })
  const line = await createLineItem(db, { shopId, orderId: other.id })
  await addAttempt(incidentId, { shopId, lineItemId: line.id })
  expect((await getIncident({ ctx, input: { incidentId } })).sentence).not.toContain('order #')
})
