import {
  clientReport,
  customer,
  incident,
  incidentAttempt,
  operatorAlert,
  processMark,
  review,
  serverAttempt,
} from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { makeAttemptPartitions } from '@afterword/services/insight/attempt/keep-partitions'
import { joinAttempts } from '@afterword/services/insight/incident/join-attempts'
import { queueAlerts } from '@afterword/services/insight/alert/queue-alerts'
import { sendAlert } from '@afterword/services/insight/alert/send-alert'
import { rejoinLate } from '@afterword/services/insight/incident/rejoin-late'
import { settleOutcomes } from '@afterword/services/insight/outcome/settle-outcomes'
import { createRecordingMailer } from '@afterword/services/testing/recording-mailer'
import { createReviewShop, signInMember, signInOperator } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import type { ClientAttempt } from '@afterword/validation/incident/client-report'
import { eq, isNull, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase()
const api = await startApi(db)
const { world } = api
const shop = await createReviewShop(db, { name: 'Hearth & Wool' })
const operator = await signInOperator(world)
await makeAttemptPartitions(db, new Date(), new Date(Date.now() - 9 * 24 * 3_600_000))

afterAll(async () => await api.stop())
beforeEach(async () => {
  for (const table of [operatorAlert, incidentAttempt, incident, clientReport, serverAttempt, processMark])
    await db.delete(table)
})

const later = (seconds: number): Date => new Date(Date.now() + seconds * 1_000)
const join = async (): Promise<void> => {
  await api.flushAttempts()
  await joinAttempts(db, later(180))
  await settleOutcomes(db, later(180))
}
const report = async (reports: object[], headers: Record<string, string> = {}) =>
  await api.send('/api/reports', {
    method: 'POST',
    body: JSON.stringify({ reports }),
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'sec-fetch-site': 'same-origin', ...headers },
  })
const failed = (change: Partial<ClientAttempt> = {}): ClientAttempt => ({
  kind: 'attempt',
  attemptId: randomUUID(),
  submissionId: null,
  procedure: 'customer.review.submit',
  lineItemId: null,
  startedMsAgo: 3_000,
  durationMs: 2_100,
  errorName: 'TypeError',
  errorMessage: 'Failed to fetch',
  httpStatus: null,
  isOnline: true,
  wasHidden: false,
  wasLeaving: false,
  requestStarted: true,
  presence: 'stayed',
  originAnswered: false,
  addressAnswered: false,
  isForbidden: false,
  release: 'r1',
  ...change,
})
/** A review sent as the page sends it. */
const submit = async (attemptId: string, submissionId: string = randomUUID()) => {
  const item = await shop.addItem()
  const lineItemId = encodeId('lineItem', item.id)
  const body = { code: shop.code, lineItemId, submissionId, rating: 5, body: 'Soft.' }
  const headers = { 'x-attempt-id': attemptId, 'x-release': 'r1' }
  const answer = await api.sendOwn('/api/trpc/customer.review.submit', body, headers)
  return { status: answer.status, submissionId, lineItemId }
}
const ask = async (procedure: string, input: object, token = operator.accessToken) => {
  const query = encodeURIComponent(JSON.stringify(input))
  const answer = await api.send(`/api/trpc/${procedure}?input=${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return (answer.json() as { result: { data: Record<string, unknown> } }).result.data
}
const list = async () => (await ask('operator.incident.list', {}))['items'] as Record<string, unknown>[]

describe('the log of attempts', () => {
  test('holds received, committed and finished of a call that names its attempt, with whom it concerned', async () => {
    const attemptId = randomUUID()
    const { submissionId } = await submit(attemptId)
    await api.flushAttempts()
    const [row] = await db.select().from(serverAttempt).where(eq(serverAttempt.attemptId, attemptId))
    expect(row).toMatchObject({
      procedure: 'customer.review.submit',
      shopId: shop.shop.id,
      reviewRequestId: shop.reviewRequest.id,
      submissionId,
      httpStatus: 200,
      release: 'r1',
      closedAt: null,
    })
    expect(row?.committedAt?.getTime()).toBeGreaterThanOrEqual(row?.receivedAt.getTime() ?? Infinity)
    expect(row?.finishedAt?.getTime()).toBeGreaterThanOrEqual(row?.committedAt?.getTime() ?? Infinity)
  })

  test('holds nothing of calls without an attempt, and never a link’s code', async () => {
    await api.sendOwn('/api/trpc/customer.review.submit', { code: shop.code })
    await submit(randomUUID())
    await api.flushAttempts()
    const rows = await db.execute<{ row: string }>(sql`select s::text as row from server_attempt s`)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(shop.code)
  })
})

describe('a report', () => {
  test('is taken as sendBeacon sends it, once however often it comes, and from our own pages only', async () => {
    const one = failed()
    expect((await report([one])).status).toBe(204)
    expect((await report([one])).status).toBe(204)
    expect(await db.select().from(clientReport)).toHaveLength(1)
    expect((await report([failed()], { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await report([{ kind: 'attempt' }])).status).toBe(400)
    expect(await db.select().from(clientReport)).toHaveLength(1)
  })

  test('keeps no link’s code, whatever an error’s message holds', async () => {
    await report([failed({ errorMessage: `Failed to fetch /write/detail/${shop.code}` })])
    const [row] = await db.execute<{ row: string }>(sql`select c::text as row from client_report c`)
    expect(row?.row).not.toContain(shop.code)
  })

  test('is kept whatever characters a browser puts into it, also those that Postgres has no place for', async () => {
    expect((await report([failed({ errorMessage: 'cut\0 off \uD800' })])).status).toBe(204)
    const rows = await db.select({ message: clientReport.errorMessage }).from(clientReport)
    expect(rows.at(-1)?.message).toBe('cut off \uFFFD')
  })
})

describe('joining both sides', () => {
  test('names a lost response with its evidence, its shop and its order, and joins once', async () => {
    const attemptId = randomUUID()
    const { submissionId, lineItemId } = await submit(attemptId)
    await report([failed({ attemptId, submissionId, lineItemId })])
    await join()
    await join()
    const [found, ...others] = await list()
    expect(others).toEqual([])
    expect(found).toMatchObject({ verdict: 'lost_response', state: 'open', attemptCount: 1, peopleCount: 1 })
    expect(found?.['sentence']).toMatch(
      /^1 call to review\.submit failed in the browser for Hearth & Wool, order #1042 \(1 of \d line items?\), on \d+ \w{3} \d{4} at \d\d:\d\d UTC; the server finished it within \d+ ms while the browser waited up to 2\.1 s; the response was lost; 1 item recovered\.$/,
    )
    const detail = await ask('operator.incident.get', { incidentId: found?.['id'] })
    expect(detail['attempts']).toMatchObject([
      { attemptId, verdict: 'lost_response', shop: { name: 'Hearth & Wool' }, lineItemId, server: { httpStatus: 200 } },
    ])
    expect(detail['scope']).toMatchObject({
      shops: 1,
      orders: 1,
      lineItems: 1,
      browsers: [],
      releases: [{ name: 'r1', count: 1 }],
    })
  })

  test('a call without a trace never arrived, except when a process started around then', async () => {
    await report([failed()])
    await join()
    expect((await list()).map(({ verdict }) => verdict)).toEqual(['never_arrived'])
    await db.insert(processMark).values({ kind: 'release', name: 'r2' })
    await report([failed()])
    await join()
    expect(new Set((await list()).map(({ verdict }) => verdict))).toEqual(new Set(['never_arrived', 'unknown']))
  })

  test('a process that was killed with its log: the try during which the review was stored lost its answer, the next did not', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    const { submissionId, lineItemId } = await submit(first)
    await api.flushAttempts()
    await db.delete(serverAttempt)
    await db.insert(processMark).values({ kind: 'release', name: 'r2' })
    const seen = { submissionId, lineItemId, durationMs: 900 }
    await report([first, second].map((attemptId) => failed({ ...seen, attemptId })))
    // As after a report that took 300 ms to arrive: a start seems later than it was.
    for (const [attemptId, afterMs] of [
      [first, 300],
      [second, 1_200],
    ] as const) {
      await db.execute(sql`
        update client_report c set started_at = s.created_at + make_interval(secs => ${afterMs / 1_000})
        from review_submission s where s.submission_id = c.submission_id and c.attempt_id = ${attemptId}`)
    }
    await join()
    const verdictOf = async (search: string) =>
      ((await ask('operator.incident.attempts', { search }))['items'] as { verdict: string }[])[0]?.verdict
    expect(await verdictOf(first)).toBe('lost_response')
    expect(await verdictOf(second)).toBe('unknown')
  })

  test('a process that died with the call in its hands is told by its successor’s start, however late that was', async () => {
    await db.insert(processMark).values({ kind: 'release', name: 'r2' })
    const long = { startedMsAgo: 400_000 }
    await report([
      failed({ ...long, originAnswered: false }),
      failed({ ...long, originAnswered: null, httpStatus: 200 }),
    ])
    await join()
    expect(new Set((await list()).map(({ verdict }) => verdict))).toEqual(new Set(['unknown', 'never_arrived']))
  })

  test('an address that alone is not answered is blocked; a failure after which all is well says nothing of why', async () => {
    await report([failed({ originAnswered: true, addressAnswered: false })])
    await join()
    expect((await list()).map(({ verdict }) => verdict)).toEqual(['blocked_by_client'])
    await report([failed({ originAnswered: true, addressAnswered: true })])
    await join()
    expect(new Set((await list()).map(({ verdict }) => verdict))).toEqual(new Set(['blocked_by_client', 'unknown']))
  })

  test.each([
    ['somebody had begun to leave', { presence: 'leaving' }],
    ['the page was out of sight', { presence: 'hidden' }],
    ['the device slept', { presence: 'asleep' }],
    ['the page could not tell who stayed', { presence: null }],
    ['the page is of an earlier release, which does not tell', { presence: undefined }],
    ['the browser was offline', { isOnline: false }],
    ['the page waited its full time, and nothing of ours answers quickly', { errorName: 'TimeoutError' }],
    [
      'the page waited its full time, and the same address answers at once',
      { errorName: 'TimeoutError', originAnswered: true, addressAnswered: true },
    ],
    ['the answer was coming in when the page gave up', { errorName: 'TimeoutError', httpStatus: 200 }],
  ] as const)('no response is called lost when %s, though the server finished', async (_why, change) => {
    const attemptId = randomUUID()
    const { submissionId, lineItemId } = await submit(attemptId)
    await api.flushAttempts()
    await report([{ ...failed({ attemptId, submissionId, lineItemId }), ...change }])
    await join()
    expect((await list()).map(({ verdict }) => verdict)).toEqual(['unknown'])
  })

  test('a server’s log that comes after the verdict has it judged anew the next night, and twice changes nothing', async () => {
    const attemptId = randomUUID()
    const { submissionId, lineItemId } = await submit(attemptId)
    // Its process could not reach the database for a while; another took the report.
    await api.flushAttempts()
    const late = await db.delete(serverAttempt).returning()
    await report([failed({ attemptId, submissionId, lineItemId })])
    await join()
    expect((await list()).map(({ verdict }) => verdict)).toEqual(['never_arrived'])
    expect(await rejoinLate(db, new Date())).toBe(0)
    await db.insert(serverAttempt).values(late)
    expect(await rejoinLate(db, new Date())).toBe(1)
    await join()
    const found = await ask('operator.incident.attempts', { search: attemptId })
    expect(found['items']).toMatchObject([{ attemptId, verdict: 'lost_response', server: { httpStatus: 200 } }])
    expect(await rejoinLate(db, new Date())).toBe(0)
    expect((await list()).map(({ verdict, attemptCount }) => [verdict, attemptCount])).toEqual([['lost_response', 1]])
  })

  test('a request that arrived after its browser had given up has no lost answer', async () => {
    const attemptId = randomUUID()
    const { submissionId, lineItemId } = await submit(attemptId)
    const gaveUp = { errorName: 'TimeoutError', errorMessage: 'signal timed out', durationMs: 15_000 }
    await report([failed({ ...gaveUp, attemptId, submissionId, lineItemId, startedMsAgo: 20_000 })])
    await join()
    expect((await list()).map(({ verdict }) => verdict)).toEqual(['timed_out'])
  })

  test('every item of one order is one incident with its reach; what worked later counts as recovered', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    const sent = await Promise.all(ids.map(async (attemptId) => await submit(attemptId)))
    await report(sent.map((each, index) => failed({ ...each, attemptId: ids[index] ?? '', startedMsAgo: 60_000 })))
    await report([{ kind: 'outcome', submissionId: sent[0]?.submissionId, outcome: 'recovered_by_retry' }])
    await join()
    const [found, ...others] = await list()
    expect(others).toEqual([])
    // Every review is stored, whether its browser heard of it or not.
    expect(found).toMatchObject({ attemptCount: 3, recoveredCount: 3, gaveUpCount: 0 })
    const detail = await ask('operator.incident.get', { incidentId: found?.['id'] })
    expect(detail['scope']).toMatchObject({ shops: 1, orders: 1, lineItems: 3 })
    expect(detail['hits']).toMatchObject(
      sent.map(() => ({ shop: { name: 'Hearth & Wool' }, orderName: '#1042', attemptCount: 1, outcome: 'recovered' })),
    )
    const hit = (detail['hits'] as { customerId: string; lineItemId: string }[]).map(({ lineItemId }) => lineItemId)
    expect(new Set(hit)).toEqual(new Set(sent.map(({ lineItemId }) => lineItemId)))
  })

  test('an attempt is found by its ids, its submission, its order’s name, its review, its customer’s name or address, and whom it concerned', async () => {
    const attemptId = randomUUID()
    const { submissionId, lineItemId } = await submit(attemptId)
    await report([failed({ attemptId, submissionId, lineItemId }), failed()])
    await join()
    const found = async (input: Record<string, unknown>) =>
      ((await ask('operator.incident.attempts', input))['items'] as { attemptId: string }[]).map((one) => one.attemptId)
    const [whole] = (await ask('operator.incident.attempts', { search: attemptId }))['items'] as Record<
      string,
      unknown
    >[]
    expect(whole).toMatchObject({ attemptId, incident: { title: 'Responses to review.submit were lost' } })
    const { shop: hitShop, orderId, customerId, requestId } = whole as Record<string, string> & { shop: { id: string } }
    for (const input of [
      { search: submissionId },
      { search: requestId },
      { search: '#1042' },
      { search: ' 1042 ' },
      { shopId: hitShop.id, orderId },
      { shopId: hitShop.id, customerId },
      { lineItemId },
    ]) {
      expect(await found(input), JSON.stringify(input)).toEqual([attemptId])
    }
    await db
      .update(customer)
      .set({ firstName: 'Zoë', lastName: 'Ångström', email: 'zoe.angstrom@example.com' })
      .where(eq(customer.id, shop.customer.id))
    const [stored] = await db.select({ id: review.id }).from(review).where(eq(review.submissionId, submissionId))
    for (const search of [
      'zoë',
      'ZOË ÅNGSTRÖM',
      'Ångström Zoë',
      'Zoe\u0308',
      'Zoë Å.',
      'zoë å.',
      'Zoe.Angstrom@Example.com',
      encodeId('review', stored?.id ?? ''),
      stored?.id,
    ]) {
      expect(await found({ search }), search).toEqual([attemptId])
    }
    for (const search of ['zo%', 'zo% å.', 'Zoë B.', 'angstrom@', 'Nobody', encodeId('review', randomUUID())]) {
      expect(await found({ search }), search).toEqual([])
    }
    await db.update(customer).set({ firstName: '수빈', lastName: '조' }).where(eq(customer.id, shop.customer.id))
    expect(await found({ search: '조*빈' })).toEqual([attemptId])
    expect(await found({ search: '조%빈' })).toEqual([])
    expect(await found({ search: '#1043' })).toEqual([])
    expect(await found({ lineItemId, search: '#1043' })).toEqual([])
    const first = await ask('operator.incident.attempts', { pageSize: 1 })
    const second = await ask('operator.incident.attempts', { pageSize: 1, cursor: first['nextCursor'] })
    const both = [first, second].flatMap((page) =>
      (page['items'] as { attemptId: string }[]).map((one) => one.attemptId),
    )
    expect(new Set(both).size).toBe(2)
    expect(second['nextCursor']).toBeNull()
  })

  test('who has not come back within a day gave up: the shop sees them and can send a fresh link, once a day', async () => {
    const item = await shop.addItem()
    const lineItemId = encodeId('lineItem', item.id)
    await report([failed({ submissionId: randomUUID(), lineItemId })])
    await join()
    await settleOutcomes(db, later(25 * 3_600))
    expect(await list()).toMatchObject([
      { gaveUpCount: 1, sentence: expect.stringContaining('1 item given up (') as unknown },
    ])
    const owner = await signInMember(world, shop.shop.id, 'owner')
    const overview = await ask('admin.delivery.overview', {}, owner.accessToken)
    const requestId = encodeId('reviewRequest', shop.reviewRequest.id)
    expect(overview['gaveUp']).toMatchObject([{ reviewRequestId: requestId, freshLinkSentAt: null }])
    const before = world.jobs.length
    const headers = { authorization: `Bearer ${owner.accessToken}` }
    await api.sendOwn('/api/trpc/admin.delivery.resend', { reviewRequestId: requestId }, headers)
    expect(world.jobs.slice(before).map(({ name }) => name)).toEqual(['send-fresh-link'])
    const after = await ask('admin.delivery.overview', {}, owner.accessToken)
    expect(after['gaveUp']).toMatchObject([{ freshLinkSentAt: expect.any(String) as unknown }])
  })

  test('what the server stored is never among what did not arrive, whatever the browser thinks', async () => {
    const [attemptId, submissionId, item] = [randomUUID(), randomUUID(), await shop.addItem()]
    const [receivedAt, committedAt] = [new Date(Date.now() - 2_900), new Date(Date.now() - 2_800)]
    const seen = { attemptId, submissionId, requestId: 'r', procedure: 'customer.review.submit', shopId: shop.shop.id }
    const stored = { receivedAt, committedAt, finishedAt: committedAt, httpStatus: 200, lineItemId: item.id }
    await db.insert(serverAttempt).values({ ...seen, ...stored })
    await report([failed({ attemptId, submissionId, lineItemId: encodeId('lineItem', item.id) })])
    await join()
    await settleOutcomes(db, later(25 * 3_600))
    expect(await list()).toMatchObject([{ verdict: 'lost_response', gaveUpCount: 1 }])
    const owner = await signInMember(world, shop.shop.id, 'owner')
    expect(await ask('admin.delivery.overview', {}, owner.accessToken)).toMatchObject({ gaveUpCount: 0, gaveUp: [] })
  })

  test('shops that are hit within ten minutes of each other share one incident', async () => {
    const other = await createReviewShop(db, { name: 'Other' })
    const items = [await shop.addItem(), await other.addItem()]
    await report(items.map(({ id }) => failed({ lineItemId: encodeId('lineItem', id) })))
    await join()
    const [found, ...others] = await list()
    expect([others, found?.['attemptCount']]).toEqual([[], 2])
    expect(found?.['sentence']).toContain('for 2 shops')
  })

  test('what comes two hours later is another incident; a resolved one that goes on is open again', async () => {
    await report([failed({ startedMsAgo: 3 * 3_600_000 })])
    await join()
    await report([failed({ startedMsAgo: 60_000 })])
    await join()
    const found = await list()
    expect(found).toHaveLength(2)
    const latest = { incidentId: found[0]?.['id'] }
    const headers = { authorization: `Bearer ${operator.accessToken}` }
    const resolved = await api.sendOwn('/api/trpc/operator.incident.resolve', latest, headers)
    expect(resolved.status).toBe(200)
    await report([failed({ startedMsAgo: 30_000 })])
    await join()
    expect((await list())[0]).toMatchObject({ state: 'resolved', attemptCount: 2 })
    await report([failed({ startedMsAgo: 0 })])
    await join()
    expect((await list())[0]).toMatchObject({ state: 'open', attemptCount: 3 })
  })

  test('a browser that speaks only on a later visit has its attempt judged anew', async () => {
    const attemptId = randomUUID()
    const receivedAt = new Date(Date.now() - 300_000)
    const closed = { receivedAt, attemptId, requestId: 'r', procedure: 'customer.review.submit', closedAt: new Date() }
    await db.insert(serverAttempt).values(closed)
    await join()
    expect((await list()).map(({ verdict }) => verdict)).toEqual(['unknown'])
    await report([failed({ attemptId, presence: 'left', startedMsAgo: 301_000 })])
    await join()
    expect((await list()).map(({ verdict }) => verdict)).toEqual(['aborted_by_visitor'])
  })

  test('a status check that finds nothing recovers nobody, and a review that arrives after all does', async () => {
    const submissionId = randomUUID()
    const item = await shop.addItem()
    const reported = failed({ submissionId, lineItemId: encodeId('lineItem', item.id), startedMsAgo: 400_000 })
    await report([reported])
    const input = encodeURIComponent(JSON.stringify({ code: shop.code, submissionId }))
    await api.send(`/api/trpc/customer.review.status?input=${input}`, { headers: { 'x-attempt-id': randomUUID() } })
    await join()
    expect(await list()).toMatchObject([{ recoveredCount: 0 }])
    await settleOutcomes(db, later(25 * 3_600))
    expect(await list()).toMatchObject([{ gaveUpCount: 1 }])
    const body = { code: shop.code, lineItemId: reported.lineItemId, submissionId, rating: 5, body: 'Late.' }
    await api.sendOwn('/api/trpc/customer.review.submit', body)
    await settleOutcomes(db, later(25 * 3_600))
    expect(await list()).toMatchObject([{ gaveUpCount: 0, recoveredCount: 1 }])
  })

  test('a muted incident stays muted however long it pauses', async () => {
    await report([failed({ startedMsAgo: 5 * 3_600_000 })])
    await join()
    const [found] = await list()
    const headers = { authorization: `Bearer ${operator.accessToken}` }
    await api.sendOwn('/api/trpc/operator.incident.mute', { incidentId: found?.['id'] }, headers)
    await report([failed()])
    await join()
    expect(await list()).toMatchObject([{ id: found?.['id'], state: 'muted', attemptCount: 2 }])
  })

  test('a mail scanner’s rejection is counted and shown as no failure', async () => {
    const message =
      'Non-Error promise rejection captured with value: Object Not Found Matching Id:3, MethodName:update, ParamCount:4'
    await report([{ kind: 'error', message, stack: null, path: `/write/detail/${shop.code}`, release: null }])
    await join()
    expect(await list()).toMatchObject([
      { verdict: 'mail_scanner', state: 'muted', title: 'Mail scanners opened the page' },
    ])
  })

  test('errors of pages, which have no id of their own, can be looked at like any other attempt', async () => {
    const errors = Array.from({ length: 20 }, (_, index) => ({
      kind: 'error',
      message: `Something broke ${index}`,
      stack: null,
      path: `/write/detail/${shop.code}`,
      release: null,
    }))
    await report(errors)
    await join()
    const [found] = await list()
    const detail = await ask('operator.incident.get', { incidentId: found?.['id'] })
    expect(detail['attempts']).toHaveLength(errors.length)
    const [first] = detail['attempts'] as { attemptId: string }[]
    const search = await ask('operator.incident.attempts', { search: first?.attemptId })
    expect(search['items']).toMatchObject([{ attemptId: first?.attemptId, verdict: 'browser_noise' }])
  })
})

describe('alerts', () => {
  const { mails, mailer } = createRecordingMailer()
  const due = async () => await queueAlerts(world.deps, { hasWebhook: false })
  const channel = (webhookUrl: string | null) => ({
    ctx: world.contextOf({ kind: 'system' }),
    mailer,
    webhookUrl,
    mailKey: 'k',
  })

  test('tell each operator once of what is new and again when it has grown fivefold', async () => {
    await report([failed()])
    await join()
    const counts = await Promise.all([due(), due()])
    expect(counts.toSorted((x, y) => x - y)).toEqual([0, 1])
    const job = world.jobs.at(-1)
    const input = job?.data as { incidentId: string; reason: 'new'; userId: string }
    await sendAlert(channel(null), input)
    expect(mails.at(-1)).toMatchObject({ subject: 'New incident: Calls to review.submit never arrived' })
    await report([failed(), failed(), failed()])
    await join()
    expect(await due()).toBe(0)
    await report([failed()])
    await join()
    expect(await due()).toBe(1)
    expect(world.jobs.at(-1)?.data).toMatchObject({ reason: 'grows' })
  })

  test('a customer who gave up is told of, once', async () => {
    const item = await shop.addItem()
    await report([failed({ submissionId: randomUUID(), lineItemId: encodeId('lineItem', item.id) })])
    await join()
    expect(await due()).toBe(1)
    await settleOutcomes(db, later(25 * 3_600))
    expect([await due(), await due()]).toEqual([1, 0])
    expect(world.jobs.at(-1)?.data).toMatchObject({ reason: 'gave_up' })
  })

  test('an incident that is new when a customer has given up is told of once, for the more urgent reason', async () => {
    const item = await shop.addItem()
    await report([failed({ submissionId: randomUUID(), lineItemId: encodeId('lineItem', item.id) })])
    await join()
    await settleOutcomes(db, later(25 * 3_600))
    const before = world.jobs.length
    await queueAlerts(world.deps, { hasWebhook: true })
    await queueAlerts(world.deps, { hasWebhook: true })
    const queued = world.jobs.slice(before).map(({ data }) => data as { reason: string; userId: string | null })
    expect(queued.map(({ reason }) => reason)).toEqual(queued.map(() => 'gave_up'))
    expect(new Set(queued.map(({ userId }) => userId)).size).toBe(queued.length)
    expect(queued.filter(({ userId }) => userId === null)).toHaveLength(1)
    expect(await db.$count(operatorAlert, isNull(operatorAlert.toldAt))).toBe(0)
  })

  test('go to the webhook as JSON, with the sentence and the way to the screen; one that fails is tried again', async () => {
    const bodies: unknown[] = []
    let status = 500
    const hook = createHttpServer((request, response) => {
      void readText(request).then((body) => {
        bodies.push(JSON.parse(body))
        response.writeHead(status).end()
      })
    }).listen(0, '127.0.0.1')
    await once(hook, 'listening')
    await report([failed()])
    await join()
    await queueAlerts(world.deps, { hasWebhook: true })
    const job = world.jobs.findLast(({ data }) => (data as { userId: unknown }).userId === null)
    const input = job?.data as { incidentId: string; reason: 'new'; userId: null }
    const webhookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/alerts`
    const send = async () => await sendAlert(channel(webhookUrl), input)
    const count = mails.length
    await expect(send()).rejects.toMatchObject({ code: 'unavailable' })
    status = 204
    expect(await send()).toBe('sent')
    const [found] = await list()
    expect(bodies[1]).toMatchObject({
      reason: 'new',
      verdict: 'never_arrived',
      sentence: found?.['sentence'],
      url: `${world.deps.publicUrl}/operator/incidents/${String(found?.['id'])}`,
    })
    expect(mails).toHaveLength(count)
    hook.close()
  })

  test('a muted incident is told to nobody', async () => {
    await report([failed({ presence: 'left' })])
    await join()
    expect(await due()).toBe(0)
  })
})
