import { clientReport, incidentAttempt, product, serverAttempt } from '@afterword/db/schema'
import { createProduct } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createReviewShop, createReviewWorld, fingerprintTables } from '../../testing/review-world.ts'
import { getIncident } from '../incident/get-incident.ts'
import { replayIncidents } from './replay-incidents.ts'

const { db } = await useTestDatabase()
const world = createReviewWorld(db)
const operator = world.contextOf({ kind: 'operator', userId: randomUUID(), sessionId: randomUUID() })
const consoleCtx = world.contextOf({ kind: 'system' })

const replay = async (lines: readonly (object | string)[], now = new Date()) => {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  return await replayIncidents({ ctx: consoleCtx, input: { open: () => asyncOf(texts), now } })
}
async function* asyncOf(texts: readonly string[]) {
  yield* texts
}
const detail = async (incidentId: string | undefined) =>
  await getIncident({ ctx: operator, input: { incidentId: incidentId ?? '' } })

/** A shop with one order of so many line items, and the platform's ids of its products. */
const createOrderOf = async (name: string, items: number) => {
  const story = await createReviewShop(db, { name })
  const [first] = await db.select().from(product).where(eq(product.id, story.product.id))
  const products = [first?.platformId ?? '']
  while (products.length < items) {
    const bought = await createProduct(db, { shopId: story.shop.id })
    await story.addItem({ productId: bought.id })
    products.push(bought.platformId)
  }
  return { shop: story.shop.accessCode, order: '#1042', products }
}
type Bought = Awaited<ReturnType<typeof createOrderOf>>

const at = (day: string, clock: string, ms = 0): string => new Date(Date.parse(`${day}T${clock}Z`) + ms).toISOString()
const unknownError = { errorName: 'TypeError', errorMessage: 'Failed to fetch', requestStarted: true }

/** What both sides tell of one submit whose answer was lost: the server had finished after 30 ms. */
const lost = ({ shop, order }: Bought, productId: string, startedAt: string, durationMs: number) => {
  const call = { attemptId: randomUUID(), submissionId: randomUUID(), procedure: 'customer.review.submit' }
  const whom = { shop, order, product: productId, browser: 'Safari 18', place: 'DE', release: 'r41' }
  const receivedAt = Date.parse(startedAt) + 200
  const [committedAt, finishedAt] = [24, 30].map((ms) => new Date(receivedAt + ms).toISOString())
  return [
    {
      type: 'attempt',
      ...call,
      ...whom,
      receivedAt: new Date(receivedAt).toISOString(),
      committedAt,
      finishedAt,
      httpStatus: 200,
    },
    { type: 'report', ...call, ...whom, startedAt, durationMs, ...unknownError },
  ]
}
const onlyOf = <Item>(items: readonly Item[]): Item => {
  expect(items).toHaveLength(1)
  return items[0] as Item
}

describe('the old log’s days', () => {
  test('one shop a day, every line item of its order: an incident for each day, with the order named', async () => {
    const shops = await Promise.all([3, 2, 4].map(async (items, index) => await createOrderOf(`Shop ${index}`, items)))
    const lines = shops.flatMap((bought, index) =>
      bought.products.flatMap((id, item) =>
        lost(bought, id, at(`2025-03-1${index}`, '08:02:00', item * 60_000), 1_400),
      ),
    )
    const { incidents } = await replay(lines)
    expect(incidents.map(({ verdict, attemptCount, gaveUpCount }) => [verdict, attemptCount, gaveUpCount])).toEqual([
      ['lost_response', 3, 3],
      ['lost_response', 2, 2],
      ['lost_response', 4, 4],
    ])
    expect(incidents[0]?.sentence).toBe(
      '3 calls to review.submit failed in the browser for Shop 0, order #1042 (3 of 3 line items), on 10 Mar 2025 between 08:02 and 08:04 UTC; the server finished all 3 within 30 ms while browsers waited up to 1.4 s; responses were lost; 3 items given up (#1042).',
    )
    const { scope, attempts } = await detail(incidents[2]?.id)
    expect(scope).toMatchObject({ shops: 1, orders: 1, lineItems: 4, lineItemsOfOrders: 4 })
    expect(scope.browsers).toEqual([{ name: 'Safari 18', count: 4 }])
    // The tables somebody looked up by hand.
    expect(attempts[0]).toMatchObject({
      shop: { name: 'Shop 2' },
      orderName: '#1042',
      productPlatformId: shops[2]?.products[0],
      customerId: expect.any(String) as unknown,
      server: { finishedMs: 30 },
    })
  })

  test('3 of 5 line items on one day are told apart from all of them', async () => {
    const bought = await createOrderOf('Five', 5)
    const lines = bought.products
      .slice(0, 3)
      .flatMap((id, item) => lost(bought, id, at('2025-04-22', '08:10:00', item * 30_000), 1_200))
    const found = onlyOf((await replay(lines)).incidents)
    expect(found.sentence).toContain(
      'for Five, order #1042 (3 of 5 line items), on 22 Apr 2025 between 08:10 and 08:11 UTC',
    )
    expect((await detail(found.id)).scope).toMatchObject({ orders: 1, lineItems: 3, lineItemsOfOrders: 5 })
  })

  test('the mail scanner’s promise rejection is counted as its visits and is no failure', async () => {
    const rejection =
      'Non-Error promise rejection captured with value: Object Not Found Matching Id:2, MethodName:update, ParamCount:4'
    const lines = [0, 134].map((ms) => ({
      type: 'report',
      kind: 'error',
      procedure: '/write/detail/[code]',
      startedAt: at('2025-05-01', '09:00:00', ms),
      errorMessage: rejection,
    }))
    const found = onlyOf((await replay(lines)).incidents)
    expect(found).toMatchObject({ verdict: 'mail_scanner', state: 'muted', attemptCount: 2 })
    // A scanner is no customer, however many addresses it visits.
    expect(found.peopleCount).toBe(0)
    expect(found.sentence).toBe(
      '2 visits of mail scanners to /write/detail/[code] on 1 May 2025 at 09:00 UTC; no person was there.',
    )
  })

  test('requests over two seconds beside a server that took 30 ms are lost responses, and the plot shows both', async () => {
    const bought = await createOrderOf('Slow', 1)
    const lines = Array.from({ length: 12 }, (_, index) =>
      lost(bought, bought.products[0] ?? '', at('2025-06-03', '08:02:00', index * 30_000), 2_100 + index * 100),
    ).flat()
    const found = onlyOf((await replay(lines)).incidents)
    expect(found).toMatchObject({ verdict: 'lost_response', attemptCount: 12 })
    expect(found.sentence).toContain('the server finished all 12 within 30 ms while browsers waited up to 3.2 s')
    const { plot } = await detail(found.id)
    const busy = plot.points.filter(({ failures }) => failures > 0)
    expect(busy.every(({ browserP50Ms, serverP50Ms }) => (browserP50Ms ?? 0) > 2_000 && serverP50Ms === 30)).toBe(true)
  })

  test('work at 7 and failures at 8 stand on one plot, with the release before them', async () => {
    const bought = await createOrderOf('Morning', 1)
    const { incidents } = await replay([
      { type: 'work', name: 'daily requests', at: at('2025-07-08', '07:00:00'), until: at('2025-07-08', '07:12:00') },
      { type: 'release', name: 'r41', at: at('2025-07-08', '06:40:00') },
      ...lost(bought, bought.products[0] ?? '', at('2025-07-08', '08:00:00'), 2_500),
    ])
    const { plot } = await detail(onlyOf(incidents).id)
    expect(plot.scheduledWork).toEqual([
      { name: 'daily requests', from: new Date('2025-07-08T07:00:00Z'), until: new Date('2025-07-08T07:12:00Z') },
    ])
    expect(plot.releases).toMatchObject([{ name: 'r41' }])
  })
})

describe('a replay', () => {
  test('of the same file again changes nothing but the operators’ log, even what only the server saw days before its end', async () => {
    const bought = await createOrderOf('Twice', 2)
    const submissionId = randomUUID()
    const closed = {
      type: 'attempt',
      attemptId: randomUUID(),
      procedure: 'customer.review.submit',
      shop: bought.shop,
      receivedAt: at('2025-08-01', '10:00:00'),
      closedAt: at('2025-08-01', '10:00:03'),
      submissionId,
    }
    const lines = [
      closed,
      { type: 'outcome', submissionId, outcome: 'recovered_later', at: at('2025-08-02', '10:00:00') },
      { type: 'release', name: 'r42', at: at('2025-08-01', '09:00:00') },
      ...bought.products.flatMap((id) => lost(bought, id, at('2025-08-09', '08:00:00'), 900)),
    ]
    const once = await replay(lines)
    expect(once.incidents.map(({ verdict, recoveredCount }) => [verdict, recoveredCount])).toEqual([
      ['unknown', 1],
      ['lost_response', 0],
    ])
    const readTables = async () => ({ ...(await fingerprintTables(db)), operator_audit_log: 'said twice' })
    const before = await readTables()
    expect(await replay(lines)).toEqual(once)
    expect(await readTables()).toEqual(before)
  })

  test('names a line that cannot be loaded with its reason, and loads nothing of the file', async () => {
    const before = await fingerprintTables(db)
    const good = { type: 'release', name: 'r43', at: at('2025-08-01', '09:00:00') }
    await expect(replay([good, '{'])).rejects.toThrow('Line 2 is no JSON.')
    await expect(replay([good, '', { ...good, at: 'yesterday' }])).rejects.toThrow(/^Line 3: at: /)
    await expect(replay([good, { ...good, hashCode: 'x' }])).rejects.toThrow(/^Line 2: .*hashCode/)
    const report = { type: 'report', startedAt: at('2025-08-01', '09:00:00'), procedure: 'p', errorMessage: 'e' }
    await expect(replay([report])).rejects.toThrow('Line 1: attemptId: is missing.')
    expect(await fingerprintTables(db)).toEqual(before)
  })

  test('takes names that are not known here for nobody', async () => {
    const known = await createOrderOf('Known', 1)
    const lines = lost({ ...known, order: '#9' }, 'no such product', at('2025-09-01', '08:00:00'), 700)
    const found = onlyOf((await replay(lines)).incidents)
    expect(found.sentence).toContain('for Known on 1 Sep 2025 at 08:00 UTC')
    const stranger = lost({ ...known, shop: 'nowhere' }, '1', at('2025-09-03', '08:00:00'), 700)
    expect(onlyOf((await replay(stranger)).incidents).sentence).toContain('in the browser on 3 Sep 2025 at 08:00 UTC')
  })

  test('reads a file of many thousand lines in batches', async () => {
    const bought = await createOrderOf('Long', 1)
    const day = Array.from({ length: 1_600 }, (_, index) =>
      lost(bought, bought.products[0] ?? '', at('2025-10-01', '00:00:00', index * 50_000), 600),
    ).flat()
    const { lines, incidents } = await replay(day)
    expect([lines, onlyOf(incidents).attemptCount]).toEqual([3_200, 1_600])
    const kept = await Promise.all(
      [serverAttempt, clientReport, incidentAttempt].map(async (table) => await db.$count(table)),
    )
    expect(Math.min(...kept)).toBeGreaterThanOrEqual(1_600)
    const [waiting] = await db.execute(sql`select count(*)::int as count from client_report where joined_at is null`)
    expect(waiting).toEqual({ count: 0 })
  })
})
