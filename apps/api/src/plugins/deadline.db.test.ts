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
