import { attemptCount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess, startTwoApis } from '../testing/api-process.ts'
import { createSessionWorld } from '../testing/session-world.ts'

const { db, url } = await useTestDatabase()
const [behind, behindToo] = await startTwoApis(url)
const open = await startApiProcess({ databaseUrl: url })
const openToo = await startApiProcess({ databaseUrl: url })
afterAll(async () => await Promise.all([behind, behindToo, open, openToo].map(async (api) => await api.stop())))
beforeEach(async () => void (await db.delete(attemptCount)))
const { signIn, refresh } = await createSessionWorld(db)

const forged = 'v1.1.01a20b32-ccd6-7e83-965a-414fcbb354df.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
/** So many bad tokens, each said to come from an address of its own. */
const tryMany = async (apis: readonly ApiProcess[], count: number, addressOf: (index: number) => string) => {
  const statuses: number[] = []
  for (let index = 0; index < count; index += 1) {
    const api = apis[index % apis.length]
    if (api !== undefined) statuses.push((await refresh(api, forged, addressOf(index))).status)
  }
  return statuses
}
const thirty = Array.from({ length: 30 }, () => 401)

describe('A13 of 31 bad refresh tokens in five minutes the last is a 429', () => {
  test('counted over both processes, whatever address each is said to come from', async () => {
    expect(await tryMany([open, openToo], 31, (index) => `203.0.${index}.7`)).toEqual([...thirty, 429])
    const told = await refresh(openToo, forged)
    expect(told).toMatchObject({ status: 429, code: 'rate.limited', refreshToken: undefined })
    expect(Number(told.answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(told.answer.headers['retry-after'])).toBeLessThanOrEqual(300)
  })

  test('behind a proxy that is trusted it is the network of the named address that is counted', async () => {
    const both = [behind, behindToo]
    expect(await tryMany(both, 31, (index) => `203.0.113.${index}`)).toEqual([...thirty, 429])
    expect(await tryMany(both, 2, (index) => `203.0.${index}.7`)).toEqual([401, 401])
  })

  test('of an IPv6 network the whole /48 counts as one', async () => {
    expect(await tryMany([behind], 31, (index) => `2001:db8:7:${index}::1`)).toEqual([...thirty, 429])
    expect(await tryMany([behind], 1, () => '2001:db8:8::1')).toEqual([401])
  })

  test('at once as well: of sixty, thirty are looked at', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => await refresh(index % 2 === 0 ? open : openToo, forged)),
    )
    expect(outcomes.filter(({ status }) => status === 401)).toHaveLength(30)
    expect(outcomes.filter(({ status }) => status === 429)).toHaveLength(30)
  })

  test('a good token from the same network is never made to wait, nor is it counted', async () => {
    await tryMany([open], 31, () => '')
    for (let time = 0; time < 3; time += 1) {
      const { refreshToken } = await signIn()
      for (const api of [open, openToo]) expect((await refresh(api, refreshToken)).status).toBe(200)
    }
  })

  test('five minutes later it is over', async () => {
    await tryMany([open], 31, () => '')
    await db.execute(sql`update attempt_count set window_ends_at = window_ends_at - interval '5 minutes'`)
    expect((await refresh(open, forged)).status).toBe(401)
  })
})
