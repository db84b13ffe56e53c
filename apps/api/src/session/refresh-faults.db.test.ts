import { openDatabase } from '@afterword/db/connection/client'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { startFaultProxy } from '../../../../e2e/fixtures/fault-proxy.ts'
import { type ApiProcess, createCaller, startApiProcess, startTwoApis } from '../testing/api-process.ts'
import { createSessionWorld, genOf } from '../testing/session-world.ts'

const { db, url } = await useTestDatabase()
const [a, b] = await startTwoApis(url)
const front = await startFaultProxy({ port: a.port })
const browser = createCaller(front.port)
const back = await startFaultProxy({ port: Number(new URL(url).port) })
const faultyUrl = url.replace(/:\d+\//, `:${back.port}/`)
/** Reaches Postgres through the proxy at the back. */
const startBehindFaults = async () => await startApiProcess({ databaseUrl: faultyUrl, env: { TRUST_PROXY: '1' } })
const started: ApiProcess[] = []

afterEach(async () => {
  front.heal()
  back.heal()
  await Promise.all(started.splice(0).map(async (api) => await api.kill()))
})
afterAll(async () => {
  await Promise.all([a.stop(), b.stop(), front.stop(), back.stop()])
})
const { signIn, refresh, write, letPass, stateOf, eventsOf } = await createSessionWorld(db)

/** How long a caller may be kept waiting at the most (design 3.4, R4). */
const capMs = 10_000
const isLost = { code: 'ECONNRESET' }
/** What an infrastructure failure answers: wait a little, and keep what you have. */
const expectPatience = (outcome: Awaited<ReturnType<typeof refresh>>): void => {
  expect(outcome).toMatchObject({ status: 503, code: 'unavailable', refreshToken: undefined, accessToken: undefined })
  expect(Number(outcome.answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(outcome.answer.headers['set-cookie']).toBeUndefined()
}
/** A refresh that works, on the process that is well, and leaves the session at this generation. */
const expectRecovery = async (session: { sessionId: string; refreshToken: string }, gen: number): Promise<void> => {
  const again = await refresh(b, session.refreshToken)
  expect([again.status, genOf(again.refreshToken)]).toEqual([200, gen])
  expect(await write(b, again.accessToken)).toEqual([404, 'review.not_found'])
  expect(await stateOf(session.sessionId)).toMatchObject({ gen, revokedAt: null })
}

describe('R2 the rotation is committed and its answer lost on the way to the browser', () => {
  test.each(['1 second', '10 minutes', '23 hours'])(
    'asking again after %s gives the same successor each time, and the generation stays',
    async (interval) => {
      for (const kind of ['cut', 'reset'] as const) {
        const { sessionId, refreshToken } = await signIn()
        front.set('down', { kind, afterBytes: 0, times: 1, afterSending: 'POST /api/session/refresh' })
        await expect(refresh(browser, refreshToken)).rejects.toMatchObject(isLost)
        expect((await stateOf(sessionId)).gen).toBe(1)
        await letPass(sessionId, interval)
        const first = await refresh(browser, refreshToken)
        const second = await refresh(b, refreshToken)
        expect([first.status, second.status, second.refreshToken]).toEqual([200, 200, first.refreshToken])
        expect(await stateOf(sessionId)).toMatchObject({ gen: 1, revokedAt: null })
        const expected = interval === '1 second' ? ['window', 'window'] : ['recovered', 'recovered']
        await expect.poll(async () => (await eventsOf(sessionId)).slice(1), { interval: 5 }).toEqual(expected)
      }
    },
  )

  test('an answer torn in the middle of its headers counts as lost as well', async () => {
    const session = await signIn()
    front.set('down', { kind: 'cut', afterBytes: 120, times: 1 })
    await expect(refresh(browser, session.refreshToken)).rejects.toThrow()
    await letPass(session.sessionId, '10 minutes')
    await expectRecovery(session, 1)
  })

  test('after more than a day it is taken for a theft', async () => {
    const { sessionId, refreshToken } = await signIn()
    front.set('down', { kind: 'cut', afterBytes: 0, times: 1 })
    await expect(refresh(browser, refreshToken)).rejects.toMatchObject(isLost)
    await letPass(sessionId, '25 hours')
    expect(await refresh(b, refreshToken)).toMatchObject({ status: 401, code: 'session.reused' })
  })
})

test('R8 an answer that arrives after a later one holds the same token: the jar ends where it should', async () => {
  const { sessionId, refreshToken } = await signIn()
  front.set('down', { kind: 'hold' })
  const late = refresh(browser, refreshToken)
  await expect.poll(() => front.held()).toBe(1)
  const prompt = await refresh(b, refreshToken)
  front.heal()
  expect((await late).refreshToken).toBe(prompt.refreshToken)
  await letPass(sessionId, '61 seconds')
  expect((await refresh(a, (await late).refreshToken)).status).toBe(200)
})

describe('R9 the process is killed between COMMIT and answer', () => {
  test('five times over: the other process gives the successor that nobody saw', async () => {
    for (let round = 0; round < 5; round += 1) {
      const victim = await startBehindFaults()
      started.push(victim)
      const session = await signIn()
      expect((await victim.send('/readyz')).status).toBe(200)
      // Postgres' answers take their time: between the commit and its arrival the process dies.
      back.set('down', { kind: 'delay', ms: 700 })
      const asked = expect(refresh(victim, session.refreshToken)).rejects.toMatchObject(isLost)
      await expect.poll(async () => (await stateOf(session.sessionId)).gen, { interval: 5, timeout: 10_000 }).toBe(1)
      await victim.kill()
      await asked
      back.heal()
      await letPass(session.sessionId, '10 minutes')
      await expectRecovery(session, 1)
    }
  }, 120_000)
})

describe('R10 the process is killed before COMMIT', () => {
  test('and the statement never reached Postgres: the old token is current, and asking again rotates', async () => {
    const victim = await startBehindFaults()
    started.push(victim)
    const session = await signIn()
    await victim.send('/readyz')
    back.set('up', { kind: 'hold' })
    const asked = expect(refresh(victim, session.refreshToken)).rejects.toMatchObject(isLost)
    await expect.poll(() => back.held()).toBeGreaterThan(0)
    await victim.kill()
    await asked
    back.sever()
    expect(await stateOf(session.sessionId)).toMatchObject({ gen: 0, confirmed: true })
    await expectRecovery(session, 1)
  })

  test('and the statement waits for a lock: whether Postgres finishes it or not, asking again gives one generation', async () => {
    const victim = await startBehindFaults()
    started.push(victim)
    const session = await signIn()
    let asked: Promise<unknown> = Promise.resolve()
    await db.transaction(async (tx) => {
      await tx.execute(sql`select from auth_session where id = ${session.sessionId} for update`)
      asked = expect(refresh(victim, session.refreshToken)).rejects.toMatchObject(isLost)
      await untilWaiting()
      await victim.kill()
    })
    await asked
    await letPass(session.sessionId, '10 minutes')
    await expectRecovery(session, 1)
  })
})

/** Until some statement waits for a lock. */
const untilWaiting = async (): Promise<void> => {
  const waiting = sql`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await db.execute<{ n: number }>(waiting))[0]?.n, { interval: 5 }).toBeGreaterThan(0)
}

describe('R11 Postgres is away', () => {
  test('connections are refused: 503 with the time to wait, no cookie touched; back again, the same token works', async () => {
    const api = await startBehindFaults()
    started.push(api)
    const session = await signIn()
    back.refuse(true)
    for (let time = 0; time < 3; time += 1) expectPatience(await refresh(api, session.refreshToken))
    back.refuse(false)
    const again = await refresh(api, session.refreshToken)
    expect([again.status, genOf(again.refreshToken)]).toEqual([200, 1])
  })

  test('connections break while the statement runs: 503, and the same token works', async () => {
    const api = await startBehindFaults()
    started.push(api)
    const session = await signIn()
    await api.send('/readyz')
    back.set('down', { kind: 'reset', afterBytes: 0, times: 1 })
    expectPatience(await refresh(api, session.refreshToken))
    await letPass(session.sessionId, '10 minutes')
    await expectRecovery(session, 1)
  })

  test('it swallows everything without a word: 503 within ten seconds, and the same token works afterwards', async () => {
    const api = await startBehindFaults()
    started.push(api)
    const session = await signIn()
    await api.send('/readyz')
    for (const direction of ['up', 'down'] as const) back.set(direction, { kind: 'hold' })
    const began = performance.now()
    expectPatience(await refresh(api, session.refreshToken))
    expect(performance.now() - began).toBeLessThan(capMs)
    back.heal()
    await expectRecovery(session, 1)
  })
})

test('R12 another transaction holds the row for more than three seconds: 503, and no damage', async () => {
  const session = await signIn()
  const holder = openDatabase({ url, maxConnections: 1 })
  await holder.db.transaction(async (tx) => {
    await tx.execute(sql`select from auth_session where id = ${session.sessionId} for update`)
    const began = performance.now()
    const outcomes = await Promise.all([refresh(a, session.refreshToken), refresh(b, session.refreshToken)])
    for (const outcome of outcomes) expectPatience(outcome)
    expect(performance.now() - began).toBeGreaterThan(2_900)
    expect(performance.now() - began).toBeLessThan(capMs)
  })
  await holder.close()
  expect(await stateOf(session.sessionId)).toMatchObject({ gen: 0, revokedAt: null })
  await expectRecovery(session, 1)
})

describe('R13 a clock that is wrong by five minutes', () => {
  test('of either process changes nothing: the database decides, and tokens end by its time', async () => {
    const env = { TRUST_PROXY: '1' }
    const apis = await Promise.all([
      startApiProcess({ databaseUrl: url, clockMinutes: 5, env }),
      startApiProcess({ databaseUrl: url, clockMinutes: -5, env }),
    ])
    started.push(...apis)
    const { sessionId, ...tokens } = await signIn()
    let { refreshToken } = tokens
    for (let round = 1; round <= 6; round += 1) {
      for (const api of apis) {
        const outcome = await refresh(api, refreshToken)
        expect([outcome.status, genOf(outcome.refreshToken)]).toEqual([200, round])
        const ends = Date.parse(String(outcome.answer.json()['accessExpiresAt']))
        expect(Math.abs(ends - Date.now() - 30 * 60_000)).toBeLessThan(10_000)
        for (const other of [a, ...apis]) expect((await write(other, outcome.accessToken))[0]).toBe(404)
        if (api === apis[1]) refreshToken = outcome.refreshToken ?? ''
      }
      await letPass(sessionId, '61 seconds')
    }
    expect(await stateOf(sessionId)).toMatchObject({ gen: 6, revokedAt: null })
  })
})
