import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { createAdmission } from '../admission/admission.ts'
import { type HttpAnswer, startApi } from '../testing/api-server.ts'

// One, so that the order of service is plain.
const places = 1
const { db, gate } = await useTestDatabase({ maxConnections: places })
const shop = await createReviewShop(db)
const admission = createAdmission({ ceiling: 10, floor: 10, mostReviews: 10 })
const api = await startApi(db, { gate, admission })
afterAll(api.stop)

const addAnswer = async (): Promise<Record<string, unknown>> => ({
  code: shop.code,
  lineItemId: encodeId('lineItem', (await shop.addItem()).id),
  submissionId: randomUUID(),
  rating: 5,
  body: 'Soft.',
})
const submit = async (body: object): Promise<HttpAnswer> => await api.sendOwn('/api/trpc/customer.review.submit', body)
const readSummary = async (): Promise<HttpAnswer> =>
  await api.send(`/storefront/v1/${shop.shop.accessCode}/products/1/summary`)

/** Resolves when so much work stands before the database. */
const untilWaiting = async (count: number): Promise<void> => {
  while (gate.load().waiting < count) await new Promise(setImmediate)
}

/** Every connection is taken; `release` lets the line move again. */
const blockDatabase = () => {
  const door = Promise.withResolvers<void>()
  const held = Array.from({ length: places }, async () => await gate.run(async () => await door.promise))
  return async (): Promise<void> => {
    door.resolve()
    await Promise.all(held)
  }
}

/** Five visitors wait for the database: half of what may be in flight. */
const startHalfFull = async () => {
  const release = blockDatabase()
  const waiting = Array.from({ length: 5 }, readSummary)
  await untilWaiting(5)
  return async (): Promise<number[]> => {
    await release()
    return (await Promise.all(waiting)).map(({ status }) => status)
  }
}

describe('while half of what may be in flight waits', () => {
  test('staff are refused with 503 and the time to wait, and a review is taken', async () => {
    const body = await addAnswer()
    const finish = await startHalfFull()
    const refused = await api.send('/api/trpc/admin.review.list')
    expect(refused.status).toBe(503)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(4)
    expect(refused.json()).toMatchObject({
      code: 'overloaded',
      requestId: refused.headers['x-request-id'],
      error: { data: { code: 'overloaded', httpStatus: 503 } },
    })
    const sent = submit(body)
    await untilWaiting(6)
    expect(await finish()).toEqual([404, 404, 404, 404, 404])
    expect((await sent).status).toBe(200)
  })

  test('a person sees a page that asks again by itself', async () => {
    const finish = await startHalfFull()
    const page = await api.send('/admin/reviews', { headers: { accept: 'text/html,*/*' } })
    expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
    expect(page.text).toContain('location.reload()')
    await finish()
  })

  test('a review goes before the visitors who asked earlier', async () => {
    const body = await addAnswer()
    const finish = await startHalfFull()
    const order: string[] = []
    const sent = submit(body).then(() => order.push('review'))
    await untilWaiting(6)
    const rest = finish().then(() => order.push('visitors'))
    await Promise.all([sent, rest])
    expect(order[0]).toBe('review')
  })
})

describe('while nothing more may be in flight', () => {
  test('everything is refused but the questions whether we are up and the parts of pages', async () => {
    const bodies = await Promise.all(Array.from({ length: 5 }, addAnswer))
    const late = await addAnswer()
    const finish = await startHalfFull()
    const sent = bodies.map(submit)
    await untilWaiting(10)
    // A storefront of another origin can read why it was refused.
    const html = { accept: 'text/html,*/*', 'content-type': 'application/x-www-form-urlencoded' }
    const form = await api.send(`/write/detail/${shop.code}/reviews`, { method: 'POST', headers: html, body: 'body=x' })
    expect([form.status, form.text]).toMatchObject([
      503,
      expect.stringContaining('Please stay on this page and reload it'),
    ])
    const summary = await readSummary()
    expect([summary.status, summary.headers['access-control-allow-origin']]).toEqual([503, '*'])
    expect((await submit(late)).status).toBe(503)
    expect((await api.send('/healthz')).status).toBe(200)
    // Anyone who was let in to a page gets all of it.
    expect((await api.send('/_next/static/chunks/a1.js')).status).toBe(200)
    await finish()
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect((await submit(late)).status).toBe(200)
    expect(admission.load().inFlight).toBe(0)
  })

  test('a refusal costs less than the cheapest answer from the database', async () => {
    const medianMs = async (ask: () => Promise<HttpAnswer>, status: number): Promise<number> => {
      const times: number[] = []
      for (let count = 0; count < 60; count += 1) {
        const start = performance.now()
        expect((await ask()).status).toBe(status)
        times.push(performance.now() - start)
      }
      return times.toSorted((a, b) => a - b)[30] ?? Number.NaN
    }
    const servedMs = await medianMs(readSummary, 404)
    const finish = await startHalfFull()
    const refusedMs = await medianMs(async () => await api.send('/api/trpc/admin.review.list'), 503)
    await finish()
    expect(refusedMs / servedMs).toBeLessThan(0.8)
  })
})

test('a caller who goes away gives the place back', async () => {
  const release = blockDatabase()
  const controller = new AbortController()
  const gone = fetch(`${api.url}/storefront/v1/${shop.shop.accessCode}/products/1/summary`, {
    signal: controller.signal,
  }).catch((error: unknown) => error)
  await untilWaiting(1)
  expect(admission.load().inFlight).toBe(1)
  controller.abort()
  await gone
  while (admission.load().inFlight > 0) await new Promise(setImmediate)
  await release()
})
