import { clientReport, incident, incidentAttempt, logUsage, operatorAlert, serverAttempt } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { makeAttemptPartitions } from '@afterword/services/insight/attempt/keep-partitions'
import { getLogUsage } from '@afterword/services/insight/incident/get-log-usage'
import { joinAttempts } from '@afterword/services/insight/incident/join-attempts'
import { queueAlerts } from '@afterword/services/insight/alert/queue-alerts'
import { sendAlertDigest } from '@afterword/services/insight/alert/send-alert-digest'
import { createRecordingMailer } from '@afterword/services/testing/recording-mailer'
import { signInOperator } from '@afterword/services/testing/review-world'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase()
const logQuotas = {
  attempts: { rows: 200, bytes: 1_000_000 },
  reports: { rows: 8_000, bytes: 10_000_000 },
  browser_reports: { rows: 200, bytes: 1_000_000 },
}
const api = await startApi(db, { logQuotas })
const { world } = api
await makeAttemptPartitions(db, new Date())
const operator = await signInOperator(world)
const later = new Date(Date.now() + 180_000)

afterAll(async () => await api.stop())
beforeEach(async () => {
  for (const table of [operatorAlert, incidentAttempt, incident, clientReport, serverAttempt, logUsage]) {
    await db.delete(table)
  }
})

const send = async (reports: readonly object[]) =>
  await api.send('/api/reports', {
    method: 'POST',
    body: JSON.stringify({ reports }),
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'sec-fetch-site': 'same-origin' },
  })
const failed = (procedure: string) => ({
  kind: 'attempt',
  attemptId: randomUUID(),
  submissionId: null,
  procedure,
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
})
const pageError = (path: string) => ({ kind: 'error', message: 'Boom', stack: null, path, release: null })

test('two hundred invented names of calls and pages make no two hundred incidents, and none of their words is mailed', async () => {
  for (let call = 0; call < 4; call += 1) {
    const invented = Array.from({ length: 25 }, (_, index) => failed(`buy.pills.${call}.${index}`))
    const pages = Array.from({ length: 25 }, (_, index) => pageError(`/cheap/pills/${call}/${index}`))
    expect((await send([...invented, ...pages])).status).toBe(204)
  }
  await joinAttempts(db, later)
  const found = await db.select({ procedure: incident.procedure, verdict: incident.verdict }).from(incident)
  expect(found.map(({ procedure }) => procedure)).toEqual(found.map(() => 'unknown'))
  expect(found.length).toBeLessThanOrEqual(2)
  const [kept] = await db.execute<{ text: string }>(sql`select string_agg(i::text, ' ') as text from incident i`)
  expect(kept?.text).not.toContain('pills')
})

test('a name of ours and a page of ours keep theirs', async () => {
  await send([failed('customer.review.submit'), pageError(`/write/detail/${'a'.repeat(64)}`)])
  const rows = await db.select({ procedure: clientReport.procedure }).from(clientReport)
  expect(rows.map(({ procedure }) => procedure).toSorted()).toEqual(['/write/detail/[code]', 'customer.review.submit'])
})

test('a version that is no name of one is not kept', async () => {
  await send([{ ...failed('customer.review.submit'), release: 'buy <b>pills</b>' }])
  expect(await db.select({ release: clientReport.release }).from(clientReport)).toEqual([{ release: null }])
})

test('an attempt id on an address of nothing, a page or a batch writes no row', async () => {
  const headers = () => ({ 'x-attempt-id': randomUUID() })
  const addresses = ['/api/trpc/buy.pills', '/nowhere', '/storefront/v1/none/products/1/reviews', '/sign-in']
  for (const address of addresses) await api.send(address, { headers: headers() })
  await api.send('/api/trpc/customer.review.status,customer.review.status?batch=1', { headers: headers() })
  await api.flushAttempts()
  expect(await db.select().from(serverAttempt)).toEqual([])
  await api.send('/api/trpc/customer.review.status', { headers: headers() })
  await api.flushAttempts()
  expect(await db.select().from(serverAttempt)).toHaveLength(1)
})

test('beyond the day’s share of one network calls and reports are answered, counted and not kept', async () => {
  for (let call = 0; call < 30; call += 1) {
    await api.send('/api/trpc/customer.review.status', { headers: { 'x-attempt-id': randomUUID() } })
    if (call % 10 === 9) await api.flushAttempts()
  }
  expect(await db.select().from(serverAttempt)).toHaveLength(10)
  const reports = Array.from({ length: 50 }, () => failed('customer.review.submit'))
  for (let call = 0; call < 10; call += 1) {
    const fresh = reports.map((report) => ({ ...report, attemptId: randomUUID() }))
    expect((await send(fresh)).status).toBe(204)
  }
  expect(await db.select().from(clientReport)).toHaveLength(400)
  const [usage] = await db.execute<{ refused: number }>(
    sql`select sum(refused_rows)::int as refused from log_usage where log = 'reports'`,
  )
  expect(usage?.refused).toBe(100)
  const ctx = world.contextOf({ kind: 'operator', userId: operator.userId, sessionId: randomUUID() })
  expect(await getLogUsage({ ctx })).toMatchObject({ refusedRows: 120, networkCount: 1 })
})

test('a browser’s failure is not called never arrived when the server’s log of its network was full', async () => {
  for (let call = 0; call < 30; call += 1) {
    await api.send('/api/trpc/customer.review.status', { headers: { 'x-attempt-id': randomUUID() } })
  }
  await api.flushAttempts()
  await send([failed('customer.review.submit')])
  await joinAttempts(db, later)
  const rows = await db.select({ verdict: incidentAttempt.verdict }).from(incidentAttempt)
  expect(rows.map(({ verdict }) => verdict)).not.toContain('never_arrived')
})

/** As many open incidents of different shops, each with an attempt. */
const openIncidents = async (count: number): Promise<void> => {
  await db.execute(sql`
    with opened as (
      insert into incident (verdict, procedure, shop_id, first_at, last_at)
      select 'never_arrived', 'customer.review.submit', gen_random_uuid(), now(), now() from generate_series(1, ${count})
      returning id)
    insert into incident_attempt (attempt_id, incident_id, started_at, verdict, evidence, marks)
    select gen_random_uuid(), id, now(), 'never_arrived', '{}', '{"client":null,"server":null}' from opened`)
}
const countJobs = (from: number) => {
  const names = world.jobs.slice(from).map(({ name }) => name)
  return { single: names.filter((name) => name === 'send-alert').length, digests: names.length }
}

test('two hundred incidents are three mails and one digest for each operator, and the next ones wait for an hour', async () => {
  const { mails, mailer } = createRecordingMailer()
  await openIncidents(200)
  const before = world.jobs.length
  await Promise.all([queueAlerts(world.deps, { hasWebhook: false }), queueAlerts(world.deps, { hasWebhook: false })])
  expect(countJobs(before)).toEqual({ single: 3, digests: 4 })
  const digest = world.jobs.findLast(({ name }) => name === 'send-alert-digest')
  const channel = {
    ctx: world.contextOf({ kind: 'system' }),
    mailer,
    webhookUrl: null,
    mailKey: 'k',
  }
  await sendAlertDigest(channel, digest?.data as { digestId: string; userId: string })
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ subject: '197 more incidents' })
  const [mail] = mails
  expect(mail?.kind === 'staff' ? mail.paragraphs : []).toHaveLength(21)
  await openIncidents(50)
  await queueAlerts(world.deps, { hasWebhook: false })
  expect(countJobs(before)).toEqual({ single: 3, digests: 4 })
  await db.execute(sql`update operator_alert set told_at = told_at - interval '61 minutes' where told_at is not null`)
  await queueAlerts(world.deps, { hasWebhook: false })
  expect(countJobs(before)).toEqual({ single: 6, digests: 8 })
})

test('the webhook is bounded as each operator is', async () => {
  await openIncidents(20)
  const before = world.jobs.length
  await queueAlerts(world.deps, { hasWebhook: true })
  const toWebhook = world.jobs.slice(before).filter(({ data }) => (data as { userId: unknown }).userId === null)
  expect(toWebhook.map(({ name }) => name).toSorted()).toEqual([
    'send-alert',
    'send-alert',
    'send-alert',
    'send-alert-digest',
  ])
})
