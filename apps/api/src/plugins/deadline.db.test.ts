import { useTestDatabase } from '@afterword/db/testing/template-db'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { afterAll, expect, test } from 'vitest'
import { startFaultProxy } from '../../../../e2e/fixtures/fault-proxy.ts'
import { startApiProcess } from '../testing/api-process.ts'

const { url } = await useTestDatabase()
await migrateJobs(url)
const back = await startFaultProxy({ port: Number(new URL(url).port) })
const api = await startApiProcess({ databaseUrl: url.replace(/:\d+\//, `:${back.port}/`), env: { TRUST_PROXY: '1' } })
afterAll(async () => {
  back.heal()
  await api.kill()
  await back.stop()
})

test('a platform whose message finds Postgres without a word is told to come again, and nothing waits for ever', async () => {
  const send = async (signature: string) =>
    await api.send('/webhooks/shopify', {
      method: 'POST',
      body: '{}',
      headers: {
        'content-type': 'application/json',
        'x-shopify-shop-domain': 'nobody-we-know.myshopify.com',
        'x-shopify-topic': 'orders/updated',
        'x-shopify-webhook-id': crypto.randomUUID(),
        'x-shopify-hmac-sha256': signature,
      },
    })
  expect((await send('')).status).toBe(404)
  for (const direction of ['up', 'down'] as const) back.set(direction, { kind: 'hold' })
  for (const answer of await Promise.all(['', 'AAAA', 'not base64'].map(send))) {
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '2'])
    expect(answer.text).toContain('unavailable')
  }
  back.heal()
  await expect.poll(async () => (await send('')).status, { timeout: 20_000 }).toBe(404)
})

test('a renewal that ends after its caller was answered sends no second answer and logs no warning', async () => {
  // Not ours, which only the database can tell.
  const token = `v1.32000.${crypto.randomUUID()}.0.${'A'.repeat(43)}`
  const renew = async () =>
    await api.send('/api/session/refresh?next=/admin', {
      headers: {
        accept: 'text/html',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        cookie: `rt=${token}`,
      },
    })
  expect((await renew()).status).toBe(303)
  for (const direction of ['up', 'down'] as const) back.set(direction, { kind: 'hold' })
  expect((await renew()).status).toBe(503)
  back.heal()
  await expect.poll(async () => (await renew()).status, { timeout: 20_000 }).toBe(303)
  // Its log is whole once it has ended.
  await api.stop()
  expect(api.logLines()).not.toContain('Reply was already sent')
})
