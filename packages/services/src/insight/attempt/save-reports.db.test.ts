import { clientOutcome, clientReport, logUsage } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { type ClientReport, clientReportsSchema } from '@afterword/validation/incident/client-report'
import { encodeId } from '@afterword/validation/primitives/ids'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createLogQuotas } from './log-quota.ts'
import { saveReports } from './save-reports.ts'

const { db } = await useTestDatabase()
const now = new Date('2026-11-20T08:00:30Z')
const from = {
  browser: 'Firefox',
  place: '192.0.2.0/24',
  now,
  isProcedure: (name: string) => name === 'customer.review.submit',
  quota: createLogQuotas(10).reports,
}
const attempt = (change: object = {}) => ({
  kind: 'attempt',
  attemptId: randomUUID(),
  submissionId: randomUUID(),
  procedure: 'customer.review.submit',
  lineItemId: null,
  startedMsAgo: 5_000,
  durationMs: 900,
  errorName: 'TypeError',
  errorMessage: 'Failed to fetch',
  httpStatus: null,
  isOnline: true,
  wasHidden: false,
  wasLeaving: false,
  requestStarted: null,
  release: 'abc123',
  ...change,
})
const error = { kind: 'error', message: 'x is not a function', stack: null, path: '/write/detail/abc', release: null }
/** As a browser's body is read. */
const read = (...reports: object[]): readonly ClientReport[] => clientReportsSchema.parse({ reports }).reports
const save = async (reports: readonly ClientReport[], change: Partial<typeof from> = {}): Promise<void> =>
  await saveReports(db, reports, { ...from, ...change })
const kept = async () => await db.select().from(clientReport)

beforeEach(async () => {
  await db.delete(clientReport)
  await db.delete(clientOutcome)
  await db.delete(logUsage)
})

describe('a report', () => {
  test('begins when its call began: counted back from its arrival, by our clock', async () => {
    await save(read(attempt({ startedMsAgo: 5_000 })))
    expect(await kept()).toMatchObject([{ startedAt: new Date(now.getTime() - 5_000), place: from.place }])
  })

  test('that is sent again, because the answer to the first was lost, is kept once', async () => {
    const reports = read(attempt(), attempt())
    await Promise.all([save(reports), save(reports)])
    await save(reports)
    expect(await kept()).toHaveLength(2)
  })

  test('names a call of ours or is of an unknown one', async () => {
    await save(read(attempt({ procedure: 'customer.wallet.empty' })))
    expect(await kept()).toMatchObject([{ procedure: 'unknown' }])
  })

  test('keeps no code of a link that slipped into its words', async () => {
    const code = 'q7Jx-0123456789_0123456789-0123456789_0123456789'
    await save(
      read(attempt({ errorMessage: `Failed at /write/detail/${code}` }), {
        ...error,
        message: `no ${code}`,
        stack: `at ${code}:1`,
      }),
    )
    const rows = await kept()
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain(code)
    expect(rows.map(({ errorMessage }) => errorMessage).toSorted()).toEqual([
      'Failed at /write/detail/[code]',
      'no [code]',
    ])
  })

  test('is about a line item by its outside id, and about none where it is no such id', async () => {
    const uuid = randomUUID()
    await save(read(attempt({ lineItemId: encodeId('lineItem', uuid) }), attempt({ lineItemId: 'lin_none' })))
    expect(new Set((await kept()).map(({ lineItemId }) => lineItemId))).toEqual(new Set([uuid, null]))
  })

  test('whose release is no name of ours is kept without one', async () => {
    await save(read(attempt({ release: 'a name with spaces' })))
    expect(await kept()).toMatchObject([{ release: null }])
  })
})

test('the same error of a page is one within a minute, and another in the next one or from another network', async () => {
  await save(read(error, error))
  await save(read(error), { now: new Date(now.getTime() + 20_000) })
  expect(await kept()).toHaveLength(1)
  await save(read(error), { now: new Date(now.getTime() + 60_000) })
  await save(read(error), { place: '198.51.100.0/24' })
  expect(await kept()).toHaveLength(3)
})

test('of several outcomes of one submission the last word counts', async () => {
  const submissionId = randomUUID()
  const outcome = (word: string) => ({ kind: 'outcome', submissionId, outcome: word })
  await save(read(outcome('gave_up'), outcome('recovered_by_retry')))
  expect(await db.select().from(clientOutcome)).toMatchObject([{ submissionId, outcome: 'recovered_by_retry' }])
  await save(read(outcome('recovered_later')))
  expect(await db.select().from(clientOutcome)).toMatchObject([{ outcome: 'recovered_later' }])
})

test('beyond its share of the day a network’s reports are not kept, and those of others are', async () => {
  const quota = { rows: 40, bytes: 1_000_000 }
  for (let turn = 0; turn < 4; turn += 1) await save(read(attempt()), { quota })
  expect(await kept()).toHaveLength(2)
  await save(read(attempt()), { quota, place: '198.51.100.0/24' })
  expect(await kept()).toHaveLength(3)
})
