import { retireSigningKey, rotateSigningKey } from '@afterword/auth/rotate-keys'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sql } from 'drizzle-orm'
import { type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { publicUrl, startTwoApis } from '../testing/api-process.ts'
import { createSessionWorld, type OpenSession } from '../testing/session-world.ts'

const { db, url } = await useTestDatabase()
const apis = await startTwoApis(url)
const [a, b] = apis
afterAll(async () => await Promise.all([a.stop(), b.stop()]))
const { world, shop, signIn, refresh, read, write, letPass } = await createSessionWorld(db)
const session = await signIn()
const { signing } = await world.auth.keys.current()
const [ours] = signing
if (ours === undefined) throw new Error('no signing key')

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset
/** The claims of a good token, changed; undefined leaves one out. */
const claims = (change: Record<string, unknown> = {}): JWTPayload => ({
  sub: session.userId,
  sid: session.sessionId,
  gen: 0,
  kind: 'member',
  shop: shop.id,
  role: 'owner',
  iss: publicUrl,
  aud: 'afterword',
  client_id: 'afterword',
  iat: seconds(0),
  exp: seconds(1800),
  jti: randomUUID(),
  ...change,
})
const header = (change: Partial<JWTHeaderParameters> = {}): JWTHeaderParameters => ({
  alg: 'EdDSA',
  typ: 'at+jwt',
  kid: ours.kid,
  ...change,
})
const sign = async (payload: JWTPayload, head = header(), key: KeyObject = ours.privateKey): Promise<string> =>
  await new SignJWT(payload).setProtectedHeader(head).sign(key)
/** A MAC over the same text as a signature, with a key that anybody can read: the public one. */
const signWithPublicKey = (alg: 'HS256' | 'HS512', form: string): string => {
  const key =
    form === 'pem'
      ? ours.publicKey.export({ type: 'spki', format: 'pem' })
      : form === 'der'
        ? ours.publicKey.export({ type: 'spki', format: 'der' })
        : Buffer.from(ours.publicJwk.x, 'base64url')
  const text = `${encode(header({ alg }))}.${encode(claims())}`
  return `${text}.${createHmac(alg === 'HS256' ? 'sha256' : 'sha512', key)
    .update(text)
    .digest('base64url')}`
}
const stranger = generateKeyPairSync('ed25519')
const strangersJwk = stranger.publicKey.export({ format: 'jwk' }) as JWTHeaderParameters['jwk'] & object

/** For reads and writes, on both processes, as header and as cookie: the same answer. */
const expectEverywhere = async (token: string, expected: [number, string | undefined]): Promise<void> => {
  const askOne = async (api: (typeof apis)[number]): Promise<void> => {
    const cookie = { headers: { cookie: `at=${token}` } }
    const [asHeader, asCookie, written] = await Promise.all([
      read(api, token),
      api.send('/api/trpc/admin.session.get', cookie),
      write(api, token),
    ])
    expect(asHeader, token).toEqual(expected)
    expect(asCookie.status, token).toBe(expected[0])
    expect(written[0], token).toBe(expected[0] === 200 ? 404 : expected[0])
  }
  await Promise.all(apis.map(askOne))
}
const isInvalid: [number, string] = [401, 'access_token.invalid']

test('the token that the forged ones are changed from is good', async () => {
  await expectEverywhere(await sign(claims()), [200, undefined])
})

describe('B1 is refused, whoever made it:', () => {
  const forged: [string, () => Promise<string> | string][] = [
    ['alg none', () => new UnsecuredJWT(claims()).encode()],
    ['alg none with our header', () => `${encode(header({ alg: 'none' }))}.${encode(claims())}.`],
    ['alg None', () => `${encode(header({ alg: 'None' }))}.${encode(claims())}.`],
    ['no signature', async () => (await sign(claims())).split('.').slice(0, 2).join('.') + '.'],
    ['HS256 with the public key as PEM', () => signWithPublicKey('HS256', 'pem')],
    ['HS256 with the public key as DER', () => signWithPublicKey('HS256', 'der')],
    ['HS512 with the bare public key', () => signWithPublicKey('HS512', 'raw')],
    ["a stranger's key under our kid", async () => await sign(claims(), header(), stranger.privateKey)],
    ['an unknown kid', async () => await sign(claims(), header({ kid: 'nobody' }))],
    ['a kid that is a path', async () => await sign(claims(), header({ kid: '../../../../dev/null' }))],
    ['a kid that is SQL', async () => await sign(claims(), header({ kid: "' or 1=1 --" }))],
    ['no kid', async () => await sign(claims(), { alg: 'EdDSA', typ: 'at+jwt' })],
    [
      'jwk with the key that signed it',
      async () => await sign(claims(), header({ jwk: strangersJwk }), stranger.privateKey),
    ],
    [
      'jku that leads to the key that signed it',
      async () => await sign(claims(), header({ jku: 'http://127.0.0.1:1/jwks.json' }), stranger.privateKey),
    ],
    [
      'x5u that leads to the key that signed it',
      async () => await sign(claims(), header({ x5u: 'http://127.0.0.1:1/cert.pem' }), stranger.privateKey),
    ],
    [
      'an unknown critical header',
      () => `${encode({ ...header(), crit: ['exp2'], exp2: 1 })}.${encode(claims())}.AAAA`,
    ],
  ]
  test.each(forged)('%s', async (_title, forge) => await expectEverywhere(await forge(), isInvalid))
})

describe('B2 our own signature on a token for something else is refused:', () => {
  const others: [string, Record<string, unknown>, Partial<JWTHeaderParameters>][] = [
    ['typ JWT', {}, { typ: 'JWT' }],
    ['typ of a refresh token', {}, { typ: 'rt+jwt' }],
    ['another audience', { aud: 'customer' }, {}],
    ['another issuer', { iss: 'https://evil.example' }, {}],
    ['an issuer that begins like ours', { iss: `${publicUrl}.evil.example` }, {}],
    ['no issuer', { iss: undefined }, {}],
    ['no audience', { aud: undefined }, {}],
    ['no end', { exp: undefined }, {}],
    ['no subject', { sub: undefined }, {}],
    ['a subject that is no id', { sub: "' or 1=1 --" }, {}],
    ['a role there is not', { role: 'god' }, {}],
    ['a kind there is not', { kind: 'customer' }, {}],
    ['a member without a shop', { shop: undefined }, {}],
  ]
  test.each(others)('%s', async (_title, change, head) => {
    await expectEverywhere(await sign(claims(change), header(head)), isInvalid)
  })

  test('no typ', async () => await expectEverywhere(await sign(claims(), { alg: 'EdDSA', kid: ours.kid }), isInvalid))
})

test('B3 ten seconds past its end a token is still taken, twenty seconds past it is not', async () => {
  await expectEverywhere(await sign(claims({ exp: seconds(-10) })), [200, undefined])
  await expectEverywhere(await sign(claims({ exp: seconds(-20) })), [401, 'access_token.expired'])
})

test('B4 ten seconds before its beginning a token is taken, a minute before it is not', async () => {
  await expectEverywhere(await sign(claims({ nbf: seconds(10) })), [200, undefined])
  await expectEverywhere(await sign(claims({ nbf: seconds(60) })), isInvalid)
})

describe('B5 keys roll over in the documented order on two running processes without a single 401', () => {
  /** Each process renews the session, and each takes what either gave. */
  const renewAndUse = async (held: OpenSession): Promise<OpenSession> => {
    let { refreshToken, accessToken } = held
    for (const api of apis) {
      await letPass(held.sessionId, '61 seconds')
      const outcome = await refresh(api, refreshToken)
      expect(outcome.status).toBe(200)
      refreshToken = outcome.refreshToken ?? ''
      accessToken = outcome.accessToken ?? ''
      for (const other of apis) {
        expect(await read(other, accessToken)).toEqual([200, undefined])
        expect(await read(other, held.accessToken)).toEqual([200, undefined])
        expect((await write(other, accessToken))[0]).toBe(404)
      }
    }
    return { ...held, refreshToken, accessToken }
  }
  const kidOf = ({ accessToken }: OpenSession): unknown =>
    Reflect.get(Object(JSON.parse(Buffer.from(accessToken.split('.')[0] ?? '', 'base64url').toString())), 'kid')

  test('published, signing, the old one retired', async () => {
    let held = await renewAndUse(await signIn())
    const published = await rotateSigningKey(world.auth, { isImmediate: false })
    held = await renewAndUse(held)
    expect(kidOf(held)).toBe(ours.kid)
    // Ten minutes later it signs. The processes learn of it when one that has been restarted uses it.
    await db.execute(
      sql`update signing_key set not_before = not_before - interval '10 minutes' where kid = ${published}`,
    )
    await world.auth.keys.reread()
    const byNew = await sign(claims({ gen: 1 }), header({ kid: published }), await privateKeyOf(published))
    for (const api of apis) expect(await read(api, byNew)).toEqual([200, undefined])
    held = await renewAndUse(held)
    expect(kidOf(held)).toBe(published)
    // Half an hour later nobody holds a token of the old one any more.
    await db.execute(sql`update signing_key set retire_after = clock_timestamp() where kid = ${ours.kid}`)
    await renewAndUse(held)
  })

  test('B6 a key that was retired before its time opens nothing once a process has heard of it', async () => {
    const held = await signIn()
    const next = await rotateSigningKey(world.auth, { isImmediate: true })
    const [, before] = (await world.auth.keys.reread()).signing
    await retireSigningKey(world.auth, before?.kid ?? '')
    const fresh = await sign(claims(), header({ kid: next }), await privateKeyOf(next))
    for (const api of apis) {
      expect(await read(api, fresh)).toEqual([200, undefined])
      expect(await read(api, held.accessToken)).toEqual([401, 'access_token.expired'])
      expect((await refresh(api, held.refreshToken)).status).toBe(200)
    }
  })
})

const privateKeyOf = async (kid: string): Promise<KeyObject> => {
  const key = (await world.auth.keys.reread()).signing.find((one) => one.kid === kid)
  if (key === undefined) throw new Error('no such key')
  return key.privateKey
}

const root = path.resolve(import.meta.dirname, '../../../..')
const vectors = path.join(process.env['AFTERWORD_SHARED_DATA'] ?? path.join(root, '../shared/data'), 'bad-input/jwt')
const readVectors = (file: string): [string, string][] => {
  if (!existsSync(path.join(vectors, file))) return []
  const { testGroups } = JSON.parse(readFileSync(path.join(vectors, file), 'utf8')) as {
    testGroups: { comment: string; tests: { tcId: number; comment: string; jws: string }[] }[]
  }
  return testGroups.flatMap(({ comment, tests }) =>
    tests.map((one): [string, string] => [`${comment} ${one.tcId} ${one.comment}`, one.jws]),
  )
}

describe('Wycheproof: tokens made to confuse verifiers, valid under their own keys or not, are each a 401', () => {
  test.skipIf(!existsSync(vectors))('(skipped where ../shared/data is absent)', async () => {
    const all = [...readVectors('json_web_crypto_test.json'), ...readVectors('json_web_key_test.json')]
    expect(all.length).toBeGreaterThan(100)
    for (const [title, jws] of all) {
      const compact = typeof jws === 'string' ? jws : JSON.stringify(jws)
      expect(await read(a, compact), title).toEqual(isInvalid)
      expect((await write(b, compact))[0], title).toBe(401)
    }
  })
})
