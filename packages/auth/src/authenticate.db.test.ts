import { openDatabase } from '@afterword/db/connection/client'
import { authSession, member, userAccount } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { createAuth } from './auth.ts'
import { authenticate, confirmSession } from './authenticate.ts'
import { createSession } from './create-session.ts'
import { createKeyring } from './keyring.ts'
import { hashPassword } from './password.ts'
import type { Principal } from './principal.ts'
import { rotateSession } from './rotate.ts'
import { signInWithPassword } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const { db, url } = await useTestDatabase()
const keyring = createKeyring('a secret of the test, long enough to be taken')
const auth = createAuth({ db, keyring, publicUrl: 'http://localhost:3000', now: () => new Date() })
const origin = { ipPrefix: null, uaFamily: null }
const asker = { origin, knownCookie: undefined }
const shop = await createShop(db)
const passwordHash = await hashPassword('correct horse')

const signIn = async (kind: 'member' | 'operator') => {
  const [account] = await db
    .insert(userAccount)
    .values({ email: `${randomUUID()}@example.com`, name: 'Mina', isOperator: kind === 'operator', passwordHash })
    .returning()
  if (account === undefined) throw new Error('no account')
  if (kind === 'member') await db.insert(member).values({ shopId: shop.id, userId: account.id, role: 'owner' })
  const tokens = await createSession(auth, account.id, { origin, amr: ['pwd'] })
  if (tokens === null) throw new Error('no session')
  return { ...tokens, account }
}
const confirm = async (accessToken: string): Promise<Principal> =>
  await confirmSession(auth, await authenticate(auth, accessToken))
const ended = { code: 'session.ended' }

describe('a write', () => {
  test('is made with the role the member has now, not the one in the token', async () => {
    const { accessToken, account } = await signIn('member')
    const isTheirs = and(eq(member.shopId, shop.id), eq(member.userId, account.id))
    await db.update(member).set({ role: 'viewer' }).where(isTheirs)
    expect(await confirm(accessToken)).toMatchObject({ kind: 'member', role: 'viewer', shopId: shop.id })
    await db.delete(member).where(isTheirs)
    await expect(confirm(accessToken)).rejects.toMatchObject(ended)
  })

  test('is refused to an operator who is one no more, and so is a refresh', async () => {
    const { accessToken, refreshToken, account } = await signIn('operator')
    expect(await confirm(accessToken)).toMatchObject({ kind: 'operator' })
    await db.update(userAccount).set({ isOperator: false }).where(eq(userAccount.id, account.id))
    await expect(confirm(accessToken)).rejects.toMatchObject(ended)
    await expect(rotateSession(auth, refreshToken, origin)).rejects.toMatchObject(ended)
  })

  test.each([
    ['signed out', async ({ refreshToken }) => await signOut(auth, refreshToken, origin)],
    [
      'of a disabled account',
      async ({ account }) =>
        await db.update(userAccount).set({ disabledAt: new Date() }).where(eq(userAccount.id, account.id)),
    ],
    [
      'from before a change of password',
      async ({ account }) =>
        await db.update(userAccount).set({ sessionEpoch: 1 }).where(eq(userAccount.id, account.id)),
    ],
    [
      'past its end',
      async ({ account }) =>
        await db
          .update(authSession)
          .set({ absoluteExpiresAt: sql`now()` })
          .where(eq(authSession.userId, account.id)),
    ],
  ] satisfies [string, (session: Awaited<ReturnType<typeof signIn>>) => Promise<unknown>][])(
    'is refused to a session that is %s',
    async (_title, end) => {
      const session = await signIn('member')
      await end(session)
      await expect(confirm(session.accessToken)).rejects.toMatchObject(ended)
    },
  )
})

test('signing in answers a wrong password, an unknown, a disabled and a shopless account alike', async () => {
  const disabled = await signIn('member')
  await db.update(userAccount).set({ disabledAt: new Date() }).where(eq(userAccount.id, disabled.account.id))
  const shopless = await signIn('member')
  await db.delete(member).where(eq(member.userId, shopless.account.id))
  const { account } = await signIn('member')
  for (const [email, password] of [
    [account.email, 'wrong'],
    [account.email, ''],
    ['nobody@example.com', 'correct horse'],
    [disabled.account.email, 'correct horse'],
    [shopless.account.email, 'correct horse'],
  ] as const) {
    await expect(signInWithPassword(auth, { email, password }, asker)).rejects.toEqual(
      expect.objectContaining({ code: 'sign_in.refused', details: undefined }),
    )
  }
  const signedIn = await signInWithPassword(
    auth,
    { email: ` ${account.email.toUpperCase()} `, password: 'correct horse' },
    asker,
  )
  expect(signedIn.account).toMatchObject({ userId: account.id })
})

describe('a database that was set back to before a generation had arrived', () => {
  const name = 'set-back'
  const own = openDatabase({ url, maxConnections: 2, applicationName: name })
  afterAll(own.close)
  const there = createAuth({ db: own.db, keyring, publicUrl: 'http://localhost:3000', now: () => new Date() })
  own.onClosed(there.arrivals.forget)

  const stateOf = async (refreshToken: string) => {
    const [, , sessionId = ''] = refreshToken.split('.')
    const [row] = await db.select().from(authSession).where(eq(authSession.id, sessionId))
    return { sessionId, isConfirmed: row?.confirmed }
  }
  /** A session in its second generation, read with. */
  const arrive = async () => {
    const first = await signIn('member')
    await db.update(authSession).set({ rotatedAt: sql`now() - interval '2 minutes'` })
    const next = await rotateSession(there, first.refreshToken, origin)
    await authenticate(there, next.accessToken)
    const isConfirmed = async () => (await stateOf(next.refreshToken)).isConfirmed
    await expect.poll(isConfirmed).toBe(true)
    const setBack = async (): Promise<void> => {
      const { sessionId } = await stateOf(next.refreshToken)
      await db.update(authSession).set({ confirmed: false }).where(eq(authSession.id, sessionId))
    }
    return { ...next, isConfirmed, setBack }
  }

  test('is told again by the next read once its connections have ended', async () => {
    const { accessToken, isConfirmed, setBack } = await arrive()
    await setBack()
    await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`)
    const isTold = async () => {
      await authenticate(there, accessToken)
      return await isConfirmed()
    }
    await expect.poll(isTold).toBe(true)
  })

  test('is told again by the next read once a token ahead of it was seen', async () => {
    const { accessToken, isConfirmed, setBack } = await arrive()
    const other = await arrive()
    await setBack()
    const { sessionId } = await stateOf(other.refreshToken)
    await db.update(authSession).set({ gen: 0, confirmed: false }).where(eq(authSession.id, sessionId))
    await rotateSession(there, other.refreshToken, origin)
    await authenticate(there, accessToken)
    await expect.poll(isConfirmed).toBe(true)
  })
})
