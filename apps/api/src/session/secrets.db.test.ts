import { signInToken } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTwoApis } from '../testing/api-process.ts'
import { createSessionWorld } from '../testing/session-world.ts'

const { db, url } = await useTestDatabase()
const apis = await startTwoApis(url)
const [a, b] = apis
afterAll(async () => await Promise.all([a.stop(), b.stop()]))
const { world, signIn, refresh, signOut, letPass } = await createSessionWorld(db)
const { code } = await createReviewShop(db)

/** Everything that a dump of the database holds, the queue's tables and sequences of rows included. */
const dump = async (): Promise<string> => {
  const tables = await db.execute<{ schema: string; name: string }>(sql`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
  expect(tables.length).toBeGreaterThan(30)
  const texts: string[] = []
  for (const { schema, name } of tables) {
    const from = sql`${sql.identifier(schema)}.${sql.identifier(name)}`
    const rows = await db.execute<{ text: string }>(sql`select r::text as text from ${from} r`)
    texts.push(...rows.map(({ text }) => text))
  }
  return texts.join('\n')
}

/** A secret as it is written, and its bytes as Postgres and programs write bytes. */
const formsOf = (secret: string): string[] => {
  const bytes = Buffer.from(secret, 'base64url')
  return [secret, bytes.toString('hex'), bytes.toString('base64'), Buffer.from(secret).toString('hex')]
}
const last = (token: string): string => token.split('.').at(-1) ?? ''

const secrets: Record<string, string> = {}
beforeAll(async () => {
  const { sessionId, refreshToken, accessToken } = await signIn()
  const renewed = await refresh(a, refreshToken)
  await letPass(sessionId, '61 seconds')
  const again = await refresh(b, renewed.refreshToken)
  const second = await signIn()
  await signOut(a, second.refreshToken)
  // The link's secret is its part after the shop's id.
  secrets["a review link's secret"] = Buffer.from(code, 'base64url').subarray(16).toString('base64url')
  secrets['a review link'] = code
  for (const [name, token] of [
    ['the first refresh token', refreshToken],
    ['its successor', renewed.refreshToken ?? ''],
    ['the one after that', again.refreshToken ?? ''],
    ['one that was signed out', second.refreshToken],
  ] as const) {
    secrets[name] = token
    secrets[`${name}: its MAC`] = last(token)
  }
  for (const [index, token] of [accessToken, renewed.accessToken ?? ''].entries()) {
    secrets[`access token ${index}`] = token
    secrets[`access token ${index}: its signature`] = last(token)
  }
  const [key] = (await world.auth.keys.current()).signing
  const [pepper] = (await world.auth.keys.current()).peppers
  const { d } = key?.privateKey.export({ format: 'jwk' }) ?? {}
  secrets['the signing key'] = d ?? ''
  secrets['the refresh pepper'] = pepper.secret.export().toString('base64url')
})

describe('A14 nothing that opens a door', () => {
  test('is in a dump of the database, in any spelling', async () => {
    const text = await dump()
    expect(Object.keys(secrets).length).toBeGreaterThan(12)
    for (const [name, secret] of Object.entries(secrets)) {
      expect(secret.length, name).toBeGreaterThan(20)
      for (const form of formsOf(secret)) expect(text.includes(form), name).toBe(false)
    }
  })

  test("is in either process's log", () => {
    for (const api of apis) {
      const log = api.logLines()
      for (const [name, secret] of Object.entries(secrets)) expect(log.includes(secret), name).toBe(false)
    }
  })

  test('a session that was made with nothing but a dump refreshes nowhere', async () => {
    const { sessionId } = await signIn()
    const [row] = await db.execute<{ salt: string }>(
      sql`select encode(salt, 'base64') as salt from auth_session where id = ${sessionId}`,
    )
    const salt = Buffer.from(row?.salt ?? '', 'base64').toString('base64url')
    for (const mac of [salt, 'A'.repeat(43)]) {
      expect(await refresh(a, `v1.1.${sessionId}.0.${mac}`)).toMatchObject({
        status: 401,
        code: 'access_token.invalid',
      })
    }
    expect(await db.select().from(signInToken)).toEqual([])
  })
})
