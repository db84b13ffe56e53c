import { browserReport } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { afterAll, expect, test } from 'vitest'
import { startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase()
const publicUrl = 'https://reviews.example'
const api = await startApi(db, { publicUrl })
afterAll(api.stop)

const code = 'Ab_-'.repeat(12)
const report = {
  type: 'network-error',
  age: 60_000,
  url: `${publicUrl}/write/detail/${code}?rating=5`,
  user_agent: 'x',
  body: { phase: 'connection', type: 'tcp.reset', status_code: 0, elapsed_time: 143.6, server_ip: '203.0.113.9' },
}
const post = async (body: string, type = 'application/reports+json') =>
  await api.send('/api/reports/browser', { method: 'POST', body, headers: { 'content-type': type } })

test('over https every answer asks browsers to report, over http none', async () => {
  const { headers } = await api.send('/healthz')
  const url = `${publicUrl}/api/reports/browser`
  expect(headers['reporting-endpoints']).toBe(`default="${url}"`)
  expect(JSON.parse(String(headers['report-to']))).toMatchObject({ group: 'default', endpoints: [{ url }] })
  expect(JSON.parse(String(headers['nel']))).toMatchObject({ report_to: 'default', failure_fraction: 1 })
  const plain = await startApi(db)
  expect((await plain.send('/healthz')).headers).not.toHaveProperty('nel')
  await plain.stop()
})

test('a report is kept with its time and reason, without the code of a link or an address', async () => {
  expect((await post(JSON.stringify([report, { ...report, type: 'crash', body: { reason: 'oom' } }]))).status).toBe(204)
  const rows = await db.select().from(browserReport)
  expect(rows).toMatchObject([
    { kind: 'network-error', phase: 'connection', reason: 'tcp.reset', httpStatus: null, elapsedMs: 144 },
    { kind: 'crash', phase: null, reason: 'oom' },
  ])
  expect(rows[0]?.url).toBe(`${publicUrl}/write/detail/[code]?rating=5`)
  expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113\.9|Ab_-/)
  expect(Math.abs(Date.now() - 60_000 - Number(rows[0]?.at.getTime()))).toBeLessThan(10_000)
})

test('a report with a NUL is kept without it, and so are the others beside it', async () => {
  const before = await db.$count(browserReport)
  const odd = { ...report, url: `${publicUrl}/\0x`, body: { ...report.body, phase: 'dns\0' } }
  expect((await post(JSON.stringify([odd, report]))).status).toBe(204)
  expect(await db.$count(browserReport)).toBe(before + 2)
})

test('what is no list of reports is refused and keeps nothing', async () => {
  const before = await db.$count(browserReport)
  for (const body of ['{', '{}', '[{"type":"<b>","age":0,"url":""}]']) expect((await post(body)).status).toBe(400)
  expect((await post(JSON.stringify(Array.from({ length: 101 }, () => ({ ...report, url: '' }))))).status).toBe(400)
  expect(await db.$count(browserReport)).toBe(before)
})
