import { incident, incidentAttempt } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { type FiledAttempt, fileAttempts } from './file-attempts.ts'

const { db } = await useTestDatabase()
const start = Date.parse('2026-11-20T08:00:00Z')
const at = (minutes: number): Date => new Date(start + minutes * 60_000)

beforeEach(async () => {
  await db.delete(incidentAttempt)
  await db.delete(incident)
})

const attempt = (change: Partial<FiledAttempt> = {}): FiledAttempt => ({
  attemptId: randomUUID(),
  startedAt: at(0),
  procedure: 'customer.review.submit',
  verdict: 'lost_response',
  evidence: ['The server finished it.'],
  marks: { client: null, server: null },
  shopId: null,
  reviewRequestId: null,
  lineItemId: null,
  submissionId: null,
  requestId: null,
  browser: null,
  place: null,
  release: null,
  ...change,
})
const file = async (...attempts: FiledAttempt[]): Promise<void> =>
  await db.transaction(async (tx) => await fileAttempts(tx, attempts))
const incidents = async () => await db.select().from(incident).orderBy(incident.firstAt)
const twoShops = async () => [(await createShop(db)).id, (await createShop(db)).id] as const

describe('failed calls belong to one incident', () => {
  test('while the next one comes within two hours, and to another one after a longer pause', async () => {
    await file(attempt(), attempt({ startedAt: at(119) }), attempt({ startedAt: at(239) }))
    expect(await incidents()).toHaveLength(1)
    await file(attempt({ startedAt: at(239 + 121) }))
    expect((await incidents()).map(({ firstAt, lastAt }) => [firstAt, lastAt])).toEqual([
      [at(0), at(239)],
      [at(360), at(360)],
    ])
  })

  test('whether they come in one batch or each in its own', async () => {
    const attempts = [0, 30, 200, 260, 500].map((minutes) => attempt({ startedAt: at(minutes) }))
    await file(...attempts)
    const together = (await incidents()).map(({ firstAt, lastAt }) => [firstAt, lastAt])
    await db.delete(incidentAttempt)
    await db.delete(incident)
    for (const one of attempts) await file(one)
    expect((await incidents()).map(({ firstAt, lastAt }) => [firstAt, lastAt])).toEqual(together)
    expect(together).toHaveLength(3)
  })

  test('of one verdict and one procedure only', async () => {
    await file(attempt(), attempt({ verdict: 'timed_out' }), attempt({ procedure: 'customer.draft.save' }))
    expect(await incidents()).toHaveLength(3)
  })

  test('of one shop, until another shop is hit within ten minutes: then it is shared', async () => {
    const [one, other] = await twoShops()
    await file(attempt({ shopId: one }))
    expect(await incidents()).toMatchObject([{ shopId: one }])
    await file(attempt({ shopId: other, startedAt: at(11) }))
    expect(await incidents()).toMatchObject([{ shopId: one }, { shopId: other }])
    await file(attempt({ shopId: (await createShop(db)).id, startedAt: at(20) }))
    expect(await incidents()).toMatchObject([{ shopId: one }, { shopId: null, lastAt: at(20) }])
  })
})

test('one that comes late, from before the others, moves the incident’s beginning', async () => {
  await file(attempt({ startedAt: at(30) }))
  await file(attempt({ startedAt: at(10) }))
  expect(await incidents()).toMatchObject([{ firstAt: at(10), lastAt: at(30) }])
})

test('an attempt that was filed before changes nothing, in its own batch or in a later one', async () => {
  const once = attempt()
  await file(once, once)
  await file({ ...once, startedAt: at(90) })
  expect(await incidents()).toMatchObject([{ firstAt: at(0), lastAt: at(0) }])
  expect(await db.$count(incidentAttempt)).toBe(1)
})

test('when its other side speaks at last an attempt is judged again, and an incident that is left empty is gone', async () => {
  const server = { receivedMs: 0, committedMs: 4, finishedMs: 6, closedMs: null, httpStatus: 200, code: null }
  const first = attempt({ verdict: 'never_arrived' })
  await file(first)
  await file({ ...first, verdict: 'lost_response', marks: { client: null, server } })
  expect(await incidents()).toMatchObject([{ verdict: 'lost_response' }])
  // Its verdict stands from then on: nothing more is known of it.
  await file({ ...first, verdict: 'timed_out', marks: { client: null, server } })
  expect(await incidents()).toMatchObject([{ verdict: 'lost_response' }])
})

describe('an incident', () => {
  test.each([
    ['lost_response', 'open'],
    ['server_error', 'open'],
    ['offline', 'muted'],
    ['mail_scanner', 'muted'],
    ['rejected', 'muted'],
  ] as const)('of the kind %s begins as %s', async (verdict, state) => {
    await file(attempt({ verdict }))
    expect(await incidents()).toMatchObject([{ state }])
  })

  test('that an operator muted stays so, after any pause', async () => {
    await file(attempt())
    await db.update(incident).set({ state: 'muted' })
    await file(attempt({ startedAt: at(60 * 48) }))
    expect(await incidents()).toMatchObject([{ state: 'muted', lastAt: at(60 * 48) }])
  })

  test('that was resolved is open again when it returns, and not for what happened before it was resolved', async () => {
    await file(attempt())
    await db.update(incident).set({ state: 'resolved', resolvedAt: at(60) })
    await file(attempt({ startedAt: at(50) }))
    expect(await incidents()).toMatchObject([{ state: 'resolved', lastAt: at(50) }])
    await file(attempt({ startedAt: at(61) }))
    expect(await incidents()).toMatchObject([{ state: 'open', lastAt: at(61) }])
  })

  test('takes what several workers file at once, each attempt once', async () => {
    await file(attempt())
    const [known] = await incidents()
    const attempts = Array.from({ length: 6 }, (_, index) => attempt({ startedAt: at(index) }))
    await Promise.all(attempts.flatMap((one) => [file(one), file(one)]))
    expect(await incidents()).toMatchObject([{ id: known?.id }])
    expect(await db.$count(incidentAttempt, eq(incidentAttempt.incidentId, known?.id ?? ''))).toBe(7)
  })
})
