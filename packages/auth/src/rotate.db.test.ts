import { DomainError } from '@afterword/errors'
import { authEvent, authSession, member, shop, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAuth, type SessionTokens } from './auth.ts'
import { createSession } from './create-session.ts'
import { createKeyring } from './keyring.ts'
import { parseRefreshToken } from './refresh-token.ts'
import { rotateSession } from './rotate.ts'
import { signOut } from './sign-out.ts'

const { db } = await useTestDatabase({ maxConnections: 20 })
const keyring = createKeyring('a secret of the test, long enough to be taken')
const auth = createAuth({ db, keyring, publicUrl: 'http://localhost:3000', now: () => new Date() })
const origin = { ipPrefix: '192.0.2.0/24', uaFamily: 'Firefox' }
let userId = ''

beforeAll(async () => {
  const [account] = await db.insert(userAccount).values({ email: 'mina@example.com', name: 'Mina' }).returning()
  const [owned] = await db
    .insert(shop)
    .values({
      accessCode: 'rotate01',
      domain: 'rotate.example',
      name: 'Rotate',
      currency: 'EUR',
      webhookSecretSealed: keyring.seal('shop-webhook-secret', 'x'),
    })
    .returning()
  if (account === undefined || owned === undefined) throw new Error('no rows')
  userId = account.id
  await db.insert(member).values({ shopId: owned.id, userId, role: 'owner' })
})

const signIn = async (): Promise<SessionTokens> => {
  const tokens = await createSession(auth, userId, { origin, amr: ['pwd'] })
  if (tokens === null) throw new Error('sign-in refused')
  return tokens
}

const refresh = async (token: string): Promise<SessionTokens> => await rotateSession(auth, token, origin)
const partsOf = (token: string) => {
  const parts = parseRefreshToken(token)
  if (parts === null) throw new Error('not a refresh token')
  return parts
}
/** Lets time pass for one session by moving its stored times back: nothing sleeps. */
const letPass = async (token: string, interval: string): Promise<void> => {
  await db.execute(sql`
    update auth_session set rotated_at = rotated_at - ${interval}::interval,
      idle_expires_at = idle_expires_at - ${interval}::interval,
      absolute_expires_at = absolute_expires_at - ${interval}::interval
    where id = ${partsOf(token).sessionId}`)
}
const refusal = (code: 'session.ended' | 'session.reused' | 'access_token.invalid') => new DomainError(code)
const stateOf = async (token: string) => {
  const [row] = await db
    .select()
    .from(authSession)
    .where(eq(authSession.id, partsOf(token).sessionId))
  return row
}

describe('a refresh token', () => {
  test('rotates at its first use: same session, next generation, new tokens', async () => {
    const first = await signIn()
    const second = await refresh(first.refreshToken)
    expect(partsOf(second.refreshToken)).toMatchObject({
      sessionId: partsOf(first.refreshToken).sessionId,
      gen: 1,
    })
    expect(second.accessToken).not.toBe(first.accessToken)
  })

  test('20 refreshes a minute apart keep one session and raise its generation 20 times', async () => {
    let tokens = await signIn()
    for (let round = 0; round < 20; round += 1) {
      tokens = await refresh(tokens.refreshToken)
      await letPass(tokens.refreshToken, '61 seconds')
    }
    expect(partsOf(tokens.refreshToken).gen).toBe(20)
  })

  test('50 callers at once all get the same successor and the generation rises by one, 20 times over', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { refreshToken } = await signIn()
      const answers = await Promise.all(Array.from({ length: 50 }, async () => await refresh(refreshToken)))
      expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1)
      expect((await stateOf(refreshToken))?.gen).toBe(1)
    }
  })

  test.each(['1 second', '10 minutes', '23 hours'])(
    'whose answer was lost is taken again after %s and gives the same successor',
    async (interval) => {
      const { refreshToken } = await signIn()
      const lost = await refresh(refreshToken)
      await letPass(refreshToken, interval)
      const found = await refresh(refreshToken)
      expect(found.refreshToken).toBe(lost.refreshToken)
      expect((await stateOf(refreshToken))?.gen).toBe(1)
    },
  )

  test('whose answer was lost is not taken after a day', async () => {
    const { refreshToken } = await signIn()
    await refresh(refreshToken)
    await letPass(refreshToken, '25 hours')
    await expect(refresh(refreshToken)).rejects.toEqual(refusal('session.reused'))
  })

  test('presented again after its successor was used ends the session for both, and the refusal is committed', async () => {
    const first = await signIn()
    const second = await refresh(first.refreshToken)
    await refresh(second.refreshToken)
    await letPass(first.refreshToken, '61 seconds')
    await expect(refresh(first.refreshToken)).rejects.toEqual(refusal('session.reused'))
    await expect(refresh(second.refreshToken)).rejects.toEqual(refusal('session.reused'))
    expect(await stateOf(first.refreshToken)).toMatchObject({ revokeReason: 'reuse' })
    const events = await db
      .select({ type: authEvent.type })
      .from(authEvent)
      .where(eq(authEvent.sessionId, partsOf(first.refreshToken).sessionId))
    expect(events.filter((event) => event.type === 'reuse')).toHaveLength(1)
  })

  test('rotated by another browser than signed in leaves a trace; by the same one, none', async () => {
    const { refreshToken } = await signIn()
    const second = await refresh(refreshToken)
    await letPass(refreshToken, '61 seconds')
    const third = await rotateSession(auth, second.refreshToken, { ...origin, uaFamily: 'Chrome' })
    expect(partsOf(third.refreshToken).gen).toBe(2)
    const events = await db
      .select({ type: authEvent.type, browser: authEvent.uaFamily })
      .from(authEvent)
      .where(eq(authEvent.sessionId, partsOf(refreshToken).sessionId))
      .orderBy(authEvent.id)
    expect(events).toEqual([
      { type: 'sign_in', browser: 'Firefox' },
      { type: 'rotated', browser: 'Chrome' },
    ])
  })

  test('two generations old ends the session even within the window', async () => {
    const first = await signIn()
    const second = await refresh(first.refreshToken)
    await letPass(first.refreshToken, '61 seconds')
    await refresh(second.refreshToken)
    await expect(refresh(first.refreshToken)).rejects.toEqual(refusal('session.reused'))
  })

  test('past its idle end, or past the absolute end however active, is refused', async () => {
    const idle = await signIn()
    await letPass(idle.refreshToken, '30 days 1 second')
    await expect(refresh(idle.refreshToken)).rejects.toEqual(refusal('session.ended'))
    let active = await signIn()
    for (let week = 0; week < 12; week += 1) {
      await letPass(active.refreshToken, '7 days')
      active = await refresh(active.refreshToken)
    }
    await letPass(active.refreshToken, '6 days 1 second')
    await expect(refresh(active.refreshToken)).rejects.toEqual(refusal('session.ended'))
  })

  test('cannot be used after signing out, whichever of the two came first', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { refreshToken } = await signIn()
      await Promise.allSettled([refresh(refreshToken), signOut(auth, refreshToken, origin)])
      await expect(refresh(refreshToken)).rejects.toEqual(refusal('session.ended'))
      await signOut(auth, refreshToken, origin)
    }
  })

  test('with any one character changed is refused and leaves the session alone', async () => {
    const { refreshToken } = await signIn()
    for (let index = 0; index < refreshToken.length; index += 1) {
      const other = refreshToken[index] === '1' ? '2' : '1'
      const forged = `${refreshToken.slice(0, index)}${other}${refreshToken.slice(index + 1)}`
      await expect(refresh(forged), `position ${index}`).rejects.toEqual(refusal('access_token.invalid'))
    }
    expect(await stateOf(refreshToken)).toMatchObject({ gen: 0, revokedAt: null })
  })

  test('of a disabled account is refused', async () => {
    const { refreshToken } = await signIn()
    await db.update(userAccount).set({ disabledAt: new Date() }).where(eq(userAccount.id, userId))
    await expect(refresh(refreshToken)).rejects.toEqual(refusal('session.ended'))
    await db.update(userAccount).set({ disabledAt: null }).where(eq(userAccount.id, userId))
  })

  test('is not in the database in any form', async () => {
    const { refreshToken, accessToken } = await signIn()
    const rows = await db.execute<{ row: string }>(sql`select auth_session::text as row from auth_session`)
    const text = rows.map((row) => row.row).join('\n')
    expect(text).not.toContain(refreshToken.split('.')[4])
    expect(text).not.toContain(Buffer.from(partsOf(refreshToken).mac).toString('hex'))
    expect(text).not.toContain(accessToken)
  })
})
