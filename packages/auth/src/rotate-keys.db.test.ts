import { authSession, refreshPepper, signingKey } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { member, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sql } from 'drizzle-orm'
import { decodeProtectedHeader } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Auth, createAuth } from './auth.ts'
import { authenticate } from './authenticate.ts'
import { createSession } from './create-session.ts'
import { createKeyring } from './keyring.ts'
import { listSigningKeys, readJwks, retireSigningKey, rotatePepper, rotateSigningKey } from './rotate-keys.ts'
import { rotateSession } from './rotate.ts'

const { db } = await useTestDatabase()
const keyring = createKeyring('a secret of the test, long enough to be taken')
const origin = { ipPrefix: null, uaFamily: null }
const shop = await createShop(db)
const [account] = await db.insert(userAccount).values({ email: 'mina@example.com', name: 'Mina' }).returning()
const userId = account?.id ?? ''
await db.insert(member).values({ shopId: shop.id, userId, role: 'owner' })

/** One running process: its own copy of the keys. */
const startInstance = (): Auth => createAuth({ db, keyring, publicUrl: 'http://localhost:3000', now: () => new Date() })
const signIn = async (auth: Auth) => {
  const tokens = await createSession(auth, userId, { origin, amr: ['pwd'] })
  if (tokens === null) throw new Error('no session')
  return tokens
}
const kidOf = (token: string) => decodeProtectedHeader(token).kid
const statuses = async () => (await listSigningKeys({ db })).map(({ status }) => status)
/** Lets time pass for the keys. */
const letPass = async (minutes: number): Promise<void> => {
  const interval = sql`make_interval(mins => ${minutes})`
  await db.update(signingKey).set({
    notBefore: sql`${signingKey.notBefore} - ${interval}`,
    retireAfter: sql`${signingKey.retireAfter} - ${interval}`,
  })
}

beforeEach(async () => {
  await db.delete(signingKey)
  await db.delete(refreshPepper)
  await db.delete(authSession)
})

describe('signing keys', () => {
  test('of ten processes that start at once on a new database, all work with the same first key', async () => {
    const instances = Array.from({ length: 10 }, startInstance)
    const tokens = await Promise.all(instances.map(signIn))
    expect(new Set(tokens.map(({ accessToken }) => kidOf(accessToken))).size).toBe(1)
    for (const { accessToken } of tokens) await authenticate(startInstance(), accessToken)
  })

  test('a new one is published at once, signs after ten minutes, and the old one verifies 31 more', async () => {
    const [old] = [await signIn(startInstance())]
    const kid = await rotateSigningKey({ db, keyring }, { isImmediate: false })
    expect(await statuses()).toEqual(['next', 'active'])
    expect((await readJwks({ db })).keys.map((key) => key.kid)).toContain(kid)
    expect(kidOf((await signIn(startInstance())).accessToken)).toBe(kidOf(old.accessToken))
    await letPass(11)
    expect(await statuses()).toEqual(['active', 'retiring'])
    expect(kidOf((await signIn(startInstance())).accessToken)).toBe(kid)
    await authenticate(startInstance(), old.accessToken)
    await letPass(30)
    expect(await statuses()).toEqual(['active', 'retired'])
    expect((await readJwks({ db })).keys.map((key) => key.kid)).toEqual([kid])
  })

  test('B6 a token of a retired key is refused as expired, so that its browser fetches a new one', async () => {
    const auth = startInstance()
    const { accessToken, refreshToken } = await signIn(auth)
    await rotateSigningKey({ db, keyring }, { isImmediate: true })
    await retireSigningKey({ db, keyring }, kidOf(accessToken) ?? '')
    const other = startInstance()
    await expect(authenticate(other, accessToken)).rejects.toMatchObject({ code: 'access_token.expired' })
    const renewed = await rotateSession(other, refreshToken, origin)
    await authenticate(other, renewed.accessToken)
  })

  test('one that signs at once is known to a process that has not heard of it, without a 401', async () => {
    const [a, b] = [startInstance(), startInstance()]
    await signIn(a)
    await signIn(b)
    await rotateSigningKey({ db, keyring }, { isImmediate: true })
    await a.keys.reread()
    const { accessToken } = await signIn(a)
    expect((await authenticate(b, accessToken)).principal).toMatchObject({ userId })
  })

  test('no second one is made while one waits, and neither the only key nor an unknown one can be retired', async () => {
    const { accessToken } = await signIn(startInstance())
    await rotateSigningKey({ db, keyring }, { isImmediate: false })
    const again = rotateSigningKey({ db, keyring }, { isImmediate: false })
    await expect(again).rejects.toMatchObject({ code: 'signing_key.pending' })
    for (const kid of [kidOf(accessToken) ?? '', 'unknown']) {
      await expect(retireSigningKey({ db, keyring }, kid)).rejects.toMatchObject({ code: 'signing_key.not_found' })
    }
  })

  test('the private half is not in the database in clear', async () => {
    const auth = startInstance()
    await signIn(auth)
    const { signing } = await auth.keys.current()
    const { d } = signing[0]?.privateKey.export({ format: 'jwk' }) ?? {}
    const [row] = await db.execute<{ dump: string }>(sql`select signing_key::text as dump from signing_key`)
    expect(typeof d).toBe('string')
    expect(row?.dump).not.toContain(Buffer.from(d ?? '', 'base64url').toString('hex'))
  })
})

describe('refresh peppers', () => {
  const age = async (): Promise<void> => {
    await db.update(authSession).set({ rotatedAt: sql`${authSession.rotatedAt} - interval '61 seconds'` })
  }

  test('sessions go on over a change, on processes that have and have not heard of it', async () => {
    const [a, b] = [startInstance(), startInstance()]
    const first = await signIn(a)
    await signIn(b)
    await rotatePepper({ db, keyring }, { isImmediate: false })
    await a.keys.reread()
    const second = await rotateSession(a, first.refreshToken, origin)
    expect(second.refreshToken).toMatch(/^v1\.(?!1\.)/)
    // The lost answer of the rotation is asked for again at the process with the old peppers.
    expect((await rotateSession(b, first.refreshToken, origin)).refreshToken).toBe(second.refreshToken)
    await age()
    const third = await rotateSession(b, second.refreshToken, origin)
    expect(third.refreshToken.split('.').slice(0, 2)).toEqual(second.refreshToken.split('.').slice(0, 2))
  })

  test('ending the old one at once signs everybody out and lets them sign in again', async () => {
    const { refreshToken } = await signIn(startInstance())
    await rotatePepper({ db, keyring }, { isImmediate: true })
    const fresh = startInstance()
    await expect(rotateSession(fresh, refreshToken, origin)).rejects.toMatchObject({ code: 'access_token.invalid' })
    const { refreshToken: next } = await signIn(fresh)
    await rotateSession(fresh, next, origin)
  })
})
