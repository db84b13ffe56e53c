import { randomUUID } from 'node:crypto'
import { authEvent, member, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewWorld } from '@afterword/services/testing/review-world'
import { queueNotices } from '@afterword/services/operations/sweep/queue-notices'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { startTwoApis } from '../testing/api-process.ts'
import { createSessionWorld, genOf, toOutcome } from '../testing/session-world.ts'

const { db, url } = await useTestDatabase()
const [a, b] = await startTwoApis(url)
afterAll(async () => await Promise.all([a.stop(), b.stop()]))
const { signIn, refresh, signOut, write, read, letPass, stateOf, eventsOf, shop } = await createSessionWorld(db)

const ended = { status: 401, code: 'session.ended', refreshToken: '', accessToken: '' }
const reused = { status: 401, code: 'session.reused', refreshToken: '', accessToken: '' }
const invalid = { status: 401, code: 'access_token.invalid', refreshToken: undefined, accessToken: undefined }
const isDead = [401, 'session.ended']
const isAlive = [404, 'review.not_found']

test('A1 a refresh gives new tokens of the next generation for the same session, and nothing keeps the answer', async () => {
  const { sessionId, refreshToken, accessToken } = await signIn()
  const outcome = await refresh(a, refreshToken)
  expect(outcome.answer.headers['cache-control']).toBe('no-store')
  expect(outcome.refreshToken?.split('.')[2]).toBe(sessionId)
  expect(genOf(outcome.refreshToken)).toBe(genOf(refreshToken) + 1)
  expect(outcome.accessToken).not.toBe(accessToken)
  expect(await read(b, outcome.accessToken ?? '')).toEqual([200, undefined])
})

test('A2 twenty refreshes 61 s apart, on either process, keep one session and raise its generation twenty times', async () => {
  let { sessionId, refreshToken } = await signIn()
  for (let round = 1; round <= 20; round += 1) {
    const outcome = await refresh(round % 2 === 0 ? a : b, refreshToken)
    expect([outcome.status, genOf(outcome.refreshToken)]).toEqual([200, round])
    refreshToken = outcome.refreshToken ?? ''
    await letPass(sessionId, '61 seconds')
  }
  expect(await stateOf(sessionId)).toMatchObject({ gen: 20, revokedAt: null })
  // An ordinary rotation leaves nothing but its row: docs/decisions/022-the-common-refresh.md.
  expect(await eventsOf(sessionId)).toEqual(['sign_in'])
})

test('A4 the same token five seconds later gets the same successor', async () => {
  const { sessionId, refreshToken } = await signIn()
  const first = await refresh(a, refreshToken)
  await letPass(sessionId, '5 seconds')
  const second = await refresh(b, refreshToken)
  expect([second.status, second.refreshToken]).toEqual([200, first.refreshToken])
  expect((await stateOf(sessionId)).gen).toBe(1)
})

describe('A5, R3 a token presented a minute after its successor was used ends the session for both', () => {
  test.each([
    [
      'to refresh',
      async (successor: { refreshToken: string; accessToken: string }) => {
        expect((await refresh(b, successor.refreshToken)).status).toBe(200)
      },
    ],
    [
      'to write with',
      async (successor: { refreshToken: string; accessToken: string }) => {
        expect(await write(b, successor.accessToken)).toEqual(isAlive)
      },
    ],
  ])('%s', async (_how, use) => {
    const { sessionId, refreshToken } = await signIn()
    const successor = await refresh(a, refreshToken)
    const tokens = { refreshToken: successor.refreshToken ?? '', accessToken: successor.accessToken ?? '' }
    await use(tokens)
    await letPass(sessionId, '61 seconds')
    expect(await refresh(a, refreshToken)).toMatchObject(reused)
    expect(await refresh(b, tokens.refreshToken)).toMatchObject({ status: 401, refreshToken: '', accessToken: '' })
    expect(await write(b, tokens.accessToken)).toEqual(isDead)
    expect(await stateOf(sessionId)).toMatchObject({ revokeReason: 'reuse', gen: 1 })
    expect((await eventsOf(sessionId)).filter((type) => type === 'reuse')).toHaveLength(1)
  })
})

test('R4 a straggler two generations old ends the session, within the window as well', async () => {
  const { sessionId, refreshToken } = await signIn()
  const second = await refresh(a, refreshToken)
  await letPass(sessionId, '61 seconds')
  expect(genOf((await refresh(b, second.refreshToken)).refreshToken)).toBe(2)
  expect(await refresh(a, refreshToken)).toMatchObject(reused)
  expect(await stateOf(sessionId)).toMatchObject({ revokeReason: 'reuse' })
})

describe('a thief with a copy of the token', () => {
  const [victims, thiefs] = ['Mozilla/5.0 Firefox/142.0', 'Mozilla/5.0 Chrome/140.0.0.0 Safari/537.36']
  const refreshWith = async (userAgent: string, refreshToken: string | undefined) =>
    toOutcome(
      await b.sendOwn('/api/session/refresh', {}, { cookie: `rt=${refreshToken ?? ''}`, 'user-agent': userAgent }),
    )

  test('who uses it first is found out when its owner comes, and both are out', async () => {
    const { sessionId, refreshToken } = await signIn()
    const stolen = await refresh(b, refreshToken)
    expect(await write(b, stolen.accessToken)).toEqual(isAlive)
    await letPass(sessionId, '61 seconds')
    expect(await refresh(a, refreshToken)).toMatchObject(reused)
    expect(await write(b, stolen.accessToken)).toEqual(isDead)
    expect((await refresh(b, stolen.refreshToken)).status).toBe(401)
  })

  test('who uses it first, and only reads, is found out as well: fifty times of fifty, on two processes', async () => {
    for (let round = 0; round < 50; round += 1) {
      const { sessionId, refreshToken } = await signIn()
      const stolen = await refresh(b, refreshToken)
      expect(await read(round % 2 === 0 ? a : b, stolen.accessToken ?? '')).toEqual([200, undefined])
      await expect.poll(async () => (await stateOf(sessionId)).confirmed, { interval: 5 }).toBe(true)
      await letPass(sessionId, '61 seconds')
      expect(await refresh(a, refreshToken)).toMatchObject(reused)
      expect((await refresh(b, stolen.refreshToken)).status).toBe(401)
    }
  })

  test('a hundred reads of a generation cost each process one statement, and none of a session without a renewal', async () => {
    await db.execute(sql`create table updates (at timestamptz default now())`)
    await db.execute(sql`create function count_update() returns trigger language plpgsql as
      $$ begin insert into updates default values; return null; end $$`)
    await db.execute(sql`create trigger count_update after update on auth_session execute function count_update()`)
    const { accessToken, refreshToken } = await signIn()
    for (let time = 0; time < 20; time += 1) await read(a, accessToken)
    const renewed = await refresh(a, refreshToken)
    for (let time = 0; time < 100; time += 1) await read(time % 2 === 0 ? a : b, renewed.accessToken ?? '')
    const count = async () => (await db.execute<{ n: number }>(sql`select count(*)::int as n from updates`))[0]?.n
    // One of them is the renewal.
    await expect.poll(count).toBe(3)
    await db.execute(sql`drop trigger count_update on auth_session`)
  })

  test('in another browser family who comes first, later than a minute, is found out by the next renewal of either', async () => {
    for (const isOwner of [true, false]) {
      const { sessionId, refreshToken } = await signIn()
      await db.execute(sql`update auth_session set ua_family = 'Firefox' where id = ${sessionId}`)
      await letPass(sessionId, '61 seconds')
      const stolen = await refreshWith(thiefs, refreshToken)
      expect([stolen.status, await eventsOf(sessionId)]).toEqual([200, ['sign_in', 'rotated']])
      expect(await write(b, stolen.accessToken)).toEqual(isAlive)
      if (isOwner) await letPass(sessionId, '61 seconds')
      expect(
        await (isOwner ? refreshWith(victims, refreshToken) : refreshWith(thiefs, stolen.refreshToken)),
      ).toMatchObject(reused)
      expect(await write(b, stolen.accessToken)).toEqual(isDead)
    }
  })

  test('in another browser family is found out at once within a minute of a rotation', async () => {
    for (const isPrevious of [true, false]) {
      const { sessionId, refreshToken } = await signIn()
      await db.execute(sql`update auth_session set ua_family = 'Firefox' where id = ${sessionId}`)
      const owners = await refreshWith(victims, refreshToken)
      expect((await refreshWith(victims, refreshToken)).refreshToken).toBe(owners.refreshToken)
      expect(await refreshWith(thiefs, isPrevious ? refreshToken : owners.refreshToken)).toMatchObject(reused)
      expect(await write(a, owners.accessToken)).toEqual(isDead)
    }
  })
})

describe('a token ahead of the database, as after a restored backup,', () => {
  /** The session's row as it was before so many rotations. */
  const restore = async (sessionId: string, gen: number) =>
    await db.execute(sql`update auth_session set gen = ${gen}, rotated_at = '-infinity', confirmed = true
      where id = ${sessionId}`)
  /** A browser that has rotated so often; its tokens, the oldest first. */
  const goOn = async (rotations: number) => {
    const { sessionId, refreshToken } = await signIn()
    const tokens = [refreshToken]
    for (let time = 0; time < rotations; time += 1) {
      tokens.push((await refresh(a, tokens.at(-1) ?? '')).refreshToken ?? '')
      await letPass(sessionId, '61 seconds')
    }
    return { sessionId, tokens }
  }

  test('goes on from there: fifty tabs on two processes get one successor, and nobody is signed out', async () => {
    const { sessionId, tokens } = await goOn(4)
    await restore(sessionId, 1)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => await refresh(index % 2 === 0 ? a : b, tokens[4])),
    )
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([200]))
    const successors = new Set(outcomes.map((outcome) => outcome.refreshToken))
    expect([successors.size, genOf([...successors][0])]).toEqual([1, 5])
    expect(await stateOf(sessionId)).toMatchObject({ gen: 5, revokedAt: null })
    expect((await eventsOf(sessionId)).filter((type) => type === 'ahead')).toHaveLength(1)
    expect(await write(b, outcomes[0]?.accessToken)).toEqual(isAlive)
  })

  test('gives a thief no more than the token gave: the owner finds them out at the next renewal', async () => {
    const { sessionId, tokens } = await goOn(4)
    await restore(sessionId, 0)
    const stolen = await refresh(b, tokens[2])
    expect([stolen.status, genOf(stolen.refreshToken)]).toEqual([200, 3])
    const owners = await refresh(a, tokens[4])
    expect([owners.status, genOf(owners.refreshToken)]).toEqual([200, 5])
    expect(await refresh(b, stolen.refreshToken)).toMatchObject(reused)
    expect((await refresh(a, owners.refreshToken)).status).toBe(401)
  })

  test('that is forged is no token of ours, and an ended session stays ended', async () => {
    const { sessionId, tokens } = await goOn(2)
    const [before = '', latest = ''] = tokens.slice(1)
    const forged = before.replace('.1.', '.7.')
    expect(await refresh(a, forged)).toMatchObject(invalid)
    expect(await stateOf(sessionId)).toMatchObject({ gen: 2, revokedAt: null })
    await restore(sessionId, 0)
    await signOut(a, tokens[0])
    expect((await refresh(b, latest)).status).toBe(401)
    expect(await stateOf(sessionId)).toMatchObject({ gen: 0, revokeReason: 'logout' })
  })

  test('is told to every operator once, however many browsers come; another restore is told again', async () => {
    await db.execute(sql`delete from auth_event where type in ('ahead', 'restored')`)
    const [operator] = await db
      .insert(userAccount)
      .values({ email: 'runs@example.com', name: 'Ruth', isOperator: true })
      .returning()
    const browsers = await Promise.all(Array.from({ length: 5 }, async () => await goOn(2)))
    const { deps } = createReviewWorld(db)
    const told = async () =>
      await db.select().from(authEvent).where(eq(authEvent.type, 'restored')).orderBy(authEvent.id)
    const come = async (gen: number): Promise<void> => {
      for (const { sessionId, tokens } of browsers) {
        await restore(sessionId, gen)
        const { refreshToken = '' } = await refresh(a, tokens.at(-1))
        tokens.push(refreshToken)
        await letPass(sessionId, '61 seconds')
        await queueNotices(deps)
      }
    }
    await come(0)
    expect((await told()).map(({ userId }) => userId)).toEqual([operator?.id])
    // The same mail is not sent twice within an hour.
    await db.execute(sql`update auth_event set at = at - interval '2 hours',
      notice_queued_at = notice_queued_at - interval '2 hours'`)
    await db.execute(sql`update auth_session set created_at = created_at - interval '2 hours'`)
    await come(1)
    const notices = await told()
    expect(notices).toHaveLength(2)
    for (const { noticeQueuedAt } of notices) expect(noticeQueuedAt).not.toBeNull()
  })

  describe('is told once for one restore', () => {
    const told = async (): Promise<number> =>
      Number((await db.execute<{ n: string }>(sql`select count(*) as n from auth_event where type = 'restored'`))[0]?.n)
    const begin = async () => {
      await db.execute(sql`delete from auth_event where type in ('ahead', 'restored')`)
      await db.execute(sql`update user_account set is_operator = false`)
      await db.insert(userAccount).values({ email: `${randomUUID()}@example.com`, name: 'Ruth', isOperator: true })
      const { deps } = createReviewWorld(db)
      return async () => await Promise.all(Array.from({ length: 8 }, async () => await queueNotices(deps)))
    }

    test('however many sweepers look at once', async () => {
      const sweep = await begin()
      const browsers = await Promise.all(Array.from({ length: 3 }, async () => await goOn(2)))
      for (const { sessionId, tokens } of browsers) {
        await restore(sessionId, 0)
        await refresh(a, tokens.at(-1))
        await sweep()
      }
      expect(await told()).toBe(1)
    })

    test('when two copies of one session come, one after the other', async () => {
      const sweep = await begin()
      const { sessionId, tokens } = await goOn(4)
      await restore(sessionId, 0)
      await refresh(b, tokens[2])
      await sweep()
      await refresh(a, tokens[4])
      await sweep()
      expect((await eventsOf(sessionId)).filter((type) => type === 'ahead')).toHaveLength(2)
      expect(await told()).toBe(1)
    })

    test('when a browser comes back months after the others, and again when it is another restore', async () => {
      const sweep = await begin()
      const [early, late] = await Promise.all([goOn(2), goOn(2)])
      await restore(early.sessionId, 0)
      const next = await refresh(a, early.tokens.at(-1))
      await sweep()
      await db.execute(sql`update auth_event set at = at - interval '91 days',
        notice_queued_at = notice_queued_at - interval '91 days'`)
      await db.execute(sql`update auth_session set created_at = created_at - interval '92 days'`)
      await restore(late.sessionId, 0)
      await refresh(a, late.tokens.at(-1))
      await sweep()
      expect(await told()).toBe(1)
      await restore(early.sessionId, 1)
      await refresh(a, next.refreshToken)
      await sweep()
      expect(await told()).toBe(2)
      await db.execute(sql`update auth_event set at = at - interval '1 hour'`)
      const young = await goOn(2)
      await restore(young.sessionId, 0)
      await refresh(a, young.tokens.at(-1))
      await sweep()
      expect(await told()).toBe(3)
    })
  })
})

test('A6 a second past the idle end the session has ended; a second before it goes on', async () => {
  const [over, close] = [await signIn(), await signIn()]
  const left = sql`idle_expires_at - clock_timestamp()`
  const [row] = await db.execute<{ seconds: string }>(
    sql`select ceil(extract(epoch from ${left}))::text as seconds from auth_session where id = ${over.sessionId}`,
  )
  await letPass(over.sessionId, `${Number(row?.seconds) + 1} seconds`)
  expect(await refresh(a, over.refreshToken)).toMatchObject(ended)
  await letPass(close.sessionId, `${Number(row?.seconds) - 30} seconds`)
  expect((await refresh(a, close.refreshToken)).status).toBe(200)
})

test('A7 past the absolute end the session has ended, though it was refreshed a second before', async () => {
  const { sessionId, refreshToken } = await signIn()
  await db.execute(
    sql`update auth_session set absolute_expires_at = clock_timestamp() + interval '1 hour' where id = ${sessionId}`,
  )
  const late = await refresh(a, refreshToken)
  expect(late.status).toBe(200)
  const { idleExpiresAt, absoluteExpiresAt } = await stateOf(sessionId)
  expect(idleExpiresAt).toEqual(absoluteExpiresAt)
  await letPass(sessionId, '1 hour')
  expect(await refresh(b, late.refreshToken)).toMatchObject(ended)
  expect(await write(b, late.accessToken)).toEqual(isDead)
})

test('A8 after signing out no refresh and no write; signing out twice is no error', async () => {
  const { sessionId, refreshToken, accessToken } = await signIn()
  for (const api of [a, b]) {
    expect(await signOut(api, refreshToken)).toMatchObject({ status: 200, refreshToken: '', accessToken: '' })
  }
  expect(await refresh(a, refreshToken)).toMatchObject(ended)
  expect(await write(b, accessToken)).toEqual(isDead)
  expect(await stateOf(sessionId)).toMatchObject({ revokeReason: 'logout' })
})

describe('A10 refreshes and writes end at once, on the other process too,', () => {
  test.each([
    [
      'when the account is disabled',
      async (userId: string) =>
        await db.update(userAccount).set({ disabledAt: new Date() }).where(eq(userAccount.id, userId)),
    ],
    [
      "when the account's sessions are ended together",
      async (userId: string) => await db.update(userAccount).set({ sessionEpoch: 1 }).where(eq(userAccount.id, userId)),
    ],
    [
      'when the person is a member no more',
      async (userId: string) =>
        await db.delete(member).where(and(eq(member.shopId, shop.id), eq(member.userId, userId))),
    ],
  ])('%s', async (_when, end) => {
    const { userId, refreshToken } = await signIn()
    const { accessToken, refreshToken: next } = await refresh(a, refreshToken)
    await end(userId)
    expect(await write(b, accessToken)).toEqual(isDead)
    expect(await refresh(b, next)).toMatchObject(ended)
  })
})

test('A11 a token with any one character changed is refused, touches no cookie and leaves the session alone', async () => {
  const { sessionId, refreshToken } = await signIn()
  for (let at = 0; at < refreshToken.length; at += 1) {
    const other = refreshToken[at] === '1' ? '2' : '1'
    const forged = refreshToken.slice(0, at) + other + refreshToken.slice(at + 1)
    // From as many networks: one of them would soon be told to wait.
    expect(await refresh(at % 2 === 0 ? a : b, forged, `198.18.${at}.1`), `position ${at}`).toMatchObject(invalid)
  }
  expect(await stateOf(sessionId)).toMatchObject({ gen: 0, revokedAt: null })
  expect((await refresh(a, refreshToken)).status).toBe(200)
})

test("A12 a customer's link code is no token of a member's, nor is an access token a refresh token, nor the reverse", async () => {
  const { refreshToken, accessToken } = await signIn()
  for (const wrong of ['e'.repeat(64), accessToken]) expect(await refresh(a, wrong)).toMatchObject(invalid)
  expect(await read(a, refreshToken)).toEqual([401, 'access_token.invalid'])
})
