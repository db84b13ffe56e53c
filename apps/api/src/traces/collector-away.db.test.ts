import { useTestDatabase } from '@afterword/db/testing/template-db'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { startCollector } from '@afterword/tracing/testing/collector'
import { encodeId } from '@afterword/validation/primitives/ids'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { type ApiProcess, startApiProcess } from '../testing/api-process.ts'

const { db, url } = await useTestDatabase()
await migrateJobs(url)
const shop = await createReviewShop(db)
const stuck = await startCollector({ isStuck: true })
afterAll(async () => await stuck.stop())

/** An address that refuses every connection: a port that was free a moment ago. */
const refusing = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

const submitMany = async (api: ApiProcess, count: number): Promise<number[]> => {
  const statuses: number[] = []
  const items = await Promise.all(Array.from({ length: count }, async () => await shop.addItem()))
  const client = async (): Promise<void> => {
    for (let item = items.pop(); item !== undefined; item = items.pop()) {
      const body = { code: shop.code, lineItemId: encodeId('lineItem', item.id), rating: 4, body: 'Soft.' }
      const answer = await api.sendOwn('/api/trpc/customer.review.submit', { ...body, submissionId: randomUUID() })
      statuses.push(answer.status)
    }
  }
  await Promise.all(Array.from({ length: 8 }, client))
  return statuses
}

describe.each([
  ['answers nothing', async () => await Promise.resolve(stuck.url)],
  ['refuses connections', refusing],
])('a collector that %s', (_, locate) => {
  test('costs no call anything, and is told of once', async () => {
    const api = await startApiProcess({
      databaseUrl: url,
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: await locate(), OTEL_EXPORTER_OTLP_TIMEOUT: '500' },
    })
    // Each submit has more than a dozen spans: two hundred overfill the line of 2,048.
    expect(new Set(await submitMany(api, 200))).toEqual(new Set([200]))
    await vi.waitFor(() => expect(api.logLines()).toContain('spans are not taken'), { timeout: 20_000 })
    await api.stop()
    expect([api.child.exitCode, api.child.signalCode]).toEqual([0, null])
    expect(api.logLines().match(/spans are not taken/g)).toHaveLength(1)
  }, 60_000)
})

// The SDK would wait for half a minute: a stop that waits for it is cut by this test's own limit.
test('a process that stops does not wait for a collector that answers nothing', async () => {
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: stuck.url, OTEL_EXPORTER_OTLP_TIMEOUT: '600000' }
  const api = await startApiProcess({ databaseUrl: url, env })
  expect(await submitMany(api, 1)).toEqual([200])
  await api.stop()
  expect([api.child.exitCode, api.child.signalCode]).toEqual([0, null])
}, 20_000)
