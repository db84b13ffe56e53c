import { useTestDatabase } from '@afterword/db/testing/template-db'
import { httpStatusByKind, toDomainError, toErrorBody } from '@afterword/errors'
import { createPlatformShop, signWebhook } from '@afterword/services/testing/platform-shop'
import Fastify from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { webhookRoutes } from './webhooks.ts'

const { db } = await useTestDatabase()
const shop = await createPlatformShop(db)

const app = Fastify()
app.setErrorHandler(async (error, request, reply) => {
  const domainError = toDomainError(error)
  return await reply.code(httpStatusByKind[domainError.kind]).send(toErrorBody(domainError, request.id))
})
await app.register(webhookRoutes(shop.ctx))
app.post('/echo', (request) => request.body)
afterAll(() => app.close())

let sent = 0
const post = async (payload: string | Buffer, headers: Record<string, string> = {}) => {
  sent += 1
  const response = await app.inject({
    method: 'POST',
    url: '/webhooks/shopify',
    payload,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-shop-domain': shop.shop.domain,
      'x-shopify-webhook-id': `webhook-${sent}`,
      'x-shopify-hmac-sha256': signWebhook(payload),
      ...headers,
    },
  })
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() }
}

describe('POST /webhooks/shopify', () => {
  it('checks the signature over the bytes as they came, whatever their content type', async () => {
    const body = '{ "id" : 820982911946154508 ,"note":"é" }\n'
    for (const type of ['application/json', 'application/json; charset=utf-8', 'text/plain', 'multipart/form-data']) {
      expect(await post(body, { 'content-type': type })).toEqual({ status: 200, body: { received: 'queued' } })
    }
    expect(await shop.readDelivery('webhook-1')).toMatchObject({ payload: body })
  })

  it('answers a repeated message with 200', async () => {
    await post('{"id":1}', { 'x-shopify-webhook-id': 'same' })
    expect(await post('{"id":1}', { 'x-shopify-webhook-id': 'same' })).toEqual({
      status: 200,
      body: { received: 'repeated' },
    })
  })

  it.each([
    [404, 'shop.not_found', { 'x-shopify-shop-domain': 'nobody.myshopify.com' }],
    [401, 'webhook.signature_invalid', { 'x-shopify-hmac-sha256': 'wrong' }],
    [401, 'webhook.signature_invalid', { 'x-shopify-hmac-sha256': '' }],
    [400, 'webhook.id_missing', { 'x-shopify-webhook-id': '' }],
  ])('answers %i %s', async (status, code, headers) => {
    const answer = await post('{"id":1}', headers)
    expect(answer).toMatchObject({ status, body: { code, message: expect.any(String), requestId: expect.any(String) } })
  })

  it.each(['', '{', '[]', 'null', '"x"', '\u0000', '['.repeat(10_000)])(
    'never answers garbage (%j) with 5xx',
    async (body) => {
      expect((await post(body)).status).toBe(200)
      expect((await post(body, { 'x-shopify-hmac-sha256': 'wrong' })).status).toBe(401)
    },
  )

  it.each(['', 'nonsense', ';', 'a/b/c'])('refuses the content type %j as unreadable', async (type) => {
    expect(await post('{}', { 'content-type': type })).toMatchObject({ status: 400, body: { code: 'body.invalid' } })
  })

  it('refuses a body over 2 MiB with 413, and takes one of that size', async () => {
    const limit = 2 * 1024 * 1024
    expect(await post(Buffer.alloc(limit + 1, ' '))).toMatchObject({ status: 413, body: { code: 'body.too_large' } })
    expect((await post(Buffer.alloc(limit, ' '))).status).toBe(200)
  })

  it('leaves the other routes’ bodies alone', async () => {
    const response = await app.inject({ method: 'POST', url: '/echo', payload: { a: 1 } })
    expect(response.json()).toEqual({ a: 1 })
  })
})
