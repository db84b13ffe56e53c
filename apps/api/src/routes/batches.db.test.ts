import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase()
const api = await startApi(db)
afterAll(api.stop)
const { shop, customer } = await createReviewShop(db)

const get = 'customer.shop.get'
const inputs = (count: number, input: object): Record<string, object> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index), input]))
const batch = (procedure: string, count: number): string =>
  `/api/trpc/${Array.from({ length: count }, () => procedure).join(',')}?batch=1`

test('ten calls together are answered', async () => {
  const query = encodeURIComponent(JSON.stringify(inputs(10, { shopAccessCode: shop.accessCode })))
  const answer = await api.send(`${batch(get, 10)}&input=${query}`)
  expect(answer.status).toBe(200)
  expect(answer.json()).toHaveLength(10)
})

test.each([
  ['eleven calls', batch(get, 11)],
  ['eleven calls with their commas hidden', batch(get, 11).replaceAll(',', '%2c')],
  ['4,900 commas', `/api/trpc/${','.repeat(4_900)}?batch=1`],
])('%s are refused with batch.too_large, in a short answer, and none is run', async (_title, path) => {
  const answer = await api.send(path)
  expect([answer.status, answer.json()['code']]).toEqual([400, 'batch.too_large'])
  expect(answer.text.length).toBeLessThan(500)
})

test('a call that has mail sent is made alone: of 160 in one request, and of two, no mail is queued', async () => {
  const input = { shopAccessCode: shop.accessCode, email: customer.email }
  const mailing = 'customer.reviewLink.request'
  const many = await api.sendOwn(batch(mailing, 160), inputs(160, input))
  expect([many.status, many.json()['code']]).toEqual([400, 'batch.too_large'])
  for (const path of [
    batch(mailing, 2),
    `/api/trpc/${get},${mailing}?batch=1`,
    `/api/trpc/${mailing}%2C${get}?batch=1`,
  ]) {
    const answer = await api.sendOwn(path, inputs(2, input))
    expect([answer.status, answer.json()['code']]).toEqual([400, 'batch.not_allowed'])
  }
  expect(api.world.jobs).toEqual([])
  await api.sendOwn(`/api/trpc/${mailing}`, input)
  expect(api.world.jobs).toHaveLength(1)
})

test('an answer asked for in pieces comes whole: it has a length and no transfer-encoding', async () => {
  const { port } = new URL(api.url)
  for (const accept of ['trpc-accept: application/jsonl', 'accept: text/event-stream']) {
    const socket = connect(Number(port), '127.0.0.1')
    socket.end(`GET ${batch(get, 2)}&input=%7B%7D HTTP/1.1\r\nhost: x\r\n${accept}\r\nconnection: close\r\n\r\n`)
    let text = ''
    socket.on('data', (piece: Buffer) => (text += piece.toString()))
    await once(socket, 'close')
    const [head = ''] = text.toLowerCase().split('\r\n\r\n')
    expect(head).toContain('content-length: ')
    expect(head).toContain('content-type: application/json')
    expect(head).not.toContain('transfer-encoding')
  }
})

test.each([
  ['a comma', 'customer.reviewLink.request%252Ccustomer.reviewLink.request?batch=1'],
  ['a dot', 'customer%252EreviewLink%252Erequest'],
  ['a letter', '%2563ustomer.reviewLink.request'],
])('a path with %s encoded twice is refused, for what is judged must be what is run', async (_title, path) => {
  const before = api.world.jobs.length
  const input = { shopAccessCode: shop.accessCode, email: customer.email }
  const answer = await api.sendOwn(`/api/trpc/${path}`, inputs(2, input))
  expect([answer.status, answer.json()['code']]).toEqual([400, 'request.invalid'])
  expect(api.world.jobs).toHaveLength(before)
})
