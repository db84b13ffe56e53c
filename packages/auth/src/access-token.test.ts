import { DomainError } from '@afterword/errors'
import { createSecretKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accessTokenLifetimeSeconds, clockToleranceSeconds, createAccessTokens } from './access-token.ts'
import type { KeySet, SigningKey } from './key-store.ts'

const start = new Date('2026-11-01T12:00:00Z')
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000)
const claims = {
  userId: randomUUID(),
  sessionId: randomUUID(),
  gen: 3,
  kind: 'operator',
  shopId: null,
  role: null,
  authTime: start,
  amr: ['pwd'],
} as const

const createKey = (): SigningKey => {
  const pair = generateKeyPairSync('ed25519')
  const { x = '' } = pair.publicKey.export({ format: 'jwk' })
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x } as const
  return { kid: randomUUID(), publicJwk, ...pair, notBefore: after(-60), retireAfter: null }
}

/** A process whose keys a test can change, with a token that it has checked once already. */
const startWithToken = async () => {
  const key = createKey()
  const peppers: KeySet['peppers'] = [{ kid: 1, secret: createSecretKey(randomBytes(32)) }]
  let keys: KeySet = { signing: [key], peppers }
  const read = async (): Promise<KeySet> => await Promise.resolve(keys)
  const tokens = createAccessTokens({ current: read, reread: read }, 'http://localhost:3000')
  const { token } = await tokens.sign(claims, start)
  const first = await tokens.verify(token, start)
  return { tokens, token, key, first, setKeys: (signing: readonly SigningKey[]) => (keys = { signing, peppers }) }
}
const refusal = (code: 'access_token.expired' | 'access_token.invalid') => new DomainError(code)

test('a token seen before says the same again', async () => {
  const { tokens, token, first } = await startWithToken()
  expect(first).toMatchObject({ userId: claims.userId, sessionId: claims.sessionId, gen: 3 })
  expect(await tokens.verify(token, after(60))).toEqual(first)
})

test('a token seen before holds to its end and not a second longer, clocks apart', async () => {
  const { tokens, token } = await startWithToken()
  const end = accessTokenLifetimeSeconds + clockToleranceSeconds
  await tokens.verify(token, after(end - 1))
  await expect(tokens.verify(token, after(end))).rejects.toEqual(refusal('access_token.expired'))
})

test('a token seen before ends when its key is retired', async () => {
  const { tokens, token, key, setKeys } = await startWithToken()
  setKeys([{ ...key, retireAfter: after(10) }])
  await tokens.verify(token, after(9))
  await expect(tokens.verify(token, after(10))).rejects.toEqual(refusal('access_token.expired'))
})

test('a token seen before is unknown once its key is', async () => {
  const { tokens, token, setKeys } = await startWithToken()
  setKeys([createKey()])
  await expect(tokens.verify(token, after(1))).rejects.toEqual(refusal('access_token.invalid'))
})

test('a token with the payload of one seen before and another signature is refused', async () => {
  const { tokens, token } = await startWithToken()
  const other = (await startWithToken()).token
  const forged = `${token.slice(0, token.lastIndexOf('.'))}${other.slice(other.lastIndexOf('.'))}`
  await expect(tokens.verify(forged, start)).rejects.toEqual(refusal('access_token.invalid'))
})
