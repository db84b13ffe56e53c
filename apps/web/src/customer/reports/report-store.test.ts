import { clientReportsSchema } from '@afterword/validation/incident/client-report'
import { expect, test } from 'vitest'
import { type KeptReport, toClientReport } from './kept-report.ts'
import { createReportStore } from './report-store.ts'

const memory = () => {
  const map = new Map<string, string>()
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}
const submissionId = '0192f0c1-2f3e-4a5b-8c6d-7e8f90a1b2c3'
const attempt = (change: Partial<Extract<KeptReport, { kind: 'attempt' }>> = {}): KeptReport => ({
  kind: 'attempt',
  attemptId: '0192f0c1-2f3e-4a5b-8c6d-7e8f90a1b2c4',
  submissionId,
  procedure: 'customer.review.submit',
  lineItemId: 'lin_01',
  startedAt: 1_000,
  durationMs: 12,
  errorName: 'TypeError',
  errorMessage: 'Failed to fetch',
  httpStatus: null,
  isOnline: true,
  wasHidden: false,
  wasLeaving: false,
  requestStarted: null,
  presence: 'stayed',
  originAnswered: null,
  addressAnswered: null,
  isForbidden: false,
  release: 'abc',
  ...change,
})
const outcomes = (store: ReturnType<typeof createReportStore>) =>
  store.list().map((report) => (report.kind === 'outcome' ? report.outcome : report.kind))

test('a failure outlives the page and is told in the form the server takes', () => {
  const storage = memory()
  createReportStore(storage, 'visit-1').add(attempt())
  const [kept] = createReportStore(storage, 'visit-2').list()
  if (kept === undefined) throw new Error('nothing kept')
  const reports = [toClientReport(kept, 4_500)]
  expect(clientReportsSchema.parse({ reports })).toEqual({ reports })
  expect(reports).toMatchObject([{ startedMsAgo: 3_500, errorMessage: 'Failed to fetch' }])
  expect(toClientReport(kept, 1_000_000_000)).toMatchObject({ startedMsAgo: 86_400_000 })
})

test('a report that a page is about to complete is told when it is complete, or when no page is left to do so', () => {
  let now = 1_100
  const store = createReportStore(memory(), 'visit', () => now)
  const failed = attempt({ presence: null })
  store.add(failed)
  expect(store.list()).toEqual([])
  now = 60_000
  expect(store.list()).toEqual([failed])
  now = 2_100
  const complete = attempt({ presence: 'stayed', originAnswered: true })
  if (complete.kind !== 'attempt') throw new Error('no attempt')
  store.amend(complete)
  expect(store.list()).toEqual([complete])
})

test('what was told is forgotten, and nothing else', () => {
  const store = createReportStore(memory(), 'visit')
  const [told, other] = [attempt(), attempt({ durationMs: 13 })]
  store.add(told)
  store.add(other)
  expect(store.drop([told])).toBe(true)
  expect(store.list()).toEqual([other])
  expect(store.drop([told])).toBe(false)
})

test('a report kept by an earlier release is told as it is', () => {
  const storage = memory()
  const { presence: _presence, originAnswered: _origin, ...old } = attempt() as Record<string, unknown>
  storage.setItem('afterword:reports', JSON.stringify([old]))
  expect(createReportStore(storage, 'visit').list()).toEqual([old])
})

test('it keeps the newest fifty, and not too many bytes', () => {
  const store = createReportStore(memory(), 'visit')
  for (let index = 0; index < 60; index += 1) store.add(attempt({ durationMs: index }))
  expect(store.list()).toHaveLength(50)
  expect(store.list().at(-1)).toMatchObject({ durationMs: 59 })
  const long = createReportStore(memory(), 'visit')
  for (let index = 0; index < 60; index += 1) long.add(attempt({ errorMessage: 'x'.repeat(5_000) }))
  expect(JSON.stringify(long.list()).length).toBeLessThan(49_152)
})

test('what somebody else wrote into the store is left out', () => {
  const storage = memory()
  storage.setItem(
    'afterword:reports',
    JSON.stringify([attempt(), { kind: 'attempt' }, null, 'x', { kind: 'toString' }]),
  )
  expect(createReportStore(storage, 'visit').list()).toEqual([attempt()])
  storage.setItem('afterword:reports', '{')
  expect(createReportStore(storage, 'visit').list()).toEqual([])
})

test('a submission that arrived after a failed try is recovered: by a retry, or on a later visit', () => {
  const storage = memory()
  const first = createReportStore(storage, 'visit-1')
  first.openSubmission(submissionId)
  first.settleSubmission(submissionId)
  first.settleSubmission(submissionId)
  first.openSubmission(submissionId)
  const later = createReportStore(storage, 'visit-2')
  later.settleSubmission(submissionId)
  later.settleSubmission('never failed')
  expect(outcomes(later)).toEqual(['recovered_by_retry', 'recovered_later'])
})

test('a submission that nobody came back to for a day was given up, once', () => {
  const storage = memory()
  let now = 0
  const store = createReportStore(storage, 'visit', () => now)
  store.openSubmission(submissionId)
  now = 23 * 3_600_000
  store.giveUpOld()
  expect(outcomes(store)).toEqual([])
  now = 25 * 3_600_000
  store.giveUpOld()
  store.giveUpOld()
  expect(outcomes(store)).toEqual(['gave_up'])
})

test('a device that keeps nothing is no hindrance', () => {
  const full = {
    getItem: (): string => {
      throw new Error('refused')
    },
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => undefined,
  }
  for (const storage of [null, full]) {
    const store = createReportStore(storage, 'visit')
    store.add(attempt())
    store.openSubmission(submissionId)
    store.settleSubmission(submissionId)
    store.giveUpOld()
    expect(store.list()).toEqual([])
  }
})
