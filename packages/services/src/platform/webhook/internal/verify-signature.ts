import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether a platform's signature belongs to these very bytes: base64 of HMAC-SHA-256 under the shop's
 * secret, compared in constant time.
 * @see https://shopify.dev/docs/apps/build/webhooks/subscribe/https#verify-a-webhook
 */
export const isSignatureValid = (body: Uint8Array, signature: string | undefined, secret: string): boolean => {
  const expected = Buffer.from(createHmac('sha256', secret).update(body).digest('base64'))
  const given = Buffer.from(signature ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
