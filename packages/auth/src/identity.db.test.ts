import { authEvent, authSession, member, userAccount, userIdentity } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createAuth } from './auth.ts'
import { type Identity, signInWithIdentity } from './identity.ts'
import { createKeyring } from './keyring.ts'

const { db } = await useTestDatabase()
const keyring = createKeyring('a secret of the test, long enough to be taken')
const auth = createAuth({ db, keyring, publicUrl: 'http://localhost:3000', now: () => new Date() })
const origin = { ipPrefix: '192.0.2.0/24', uaFamily: 'Firefox' }
const shop = await createShop(db)
const refused = { code: 'sign_in.refused' }

const createAccount = async () => {
  const email = `${randomUUID()}@example.com`
  const [account] = await db.insert(userAccount).values({ email, name: 'Mina' }).returning()
  if (account === undefined) throw new Error('no account')
  await db.insert(member).values({ shopId: shop.id, userId: account.id, role: 'owner' })
  return account
}
const identityOf = (verifiedEmail: string | null, subject: string = randomUUID()): Identity => ({
  issuer: 'https://login.example.com',
  subject,
  verifiedEmail,
})
const signIn = async (identity: Identity) => await signInWithIdentity(auth, identity, origin)
const linksOf = async (userId: string) => await db.select().from(userIdentity).where(eq(userIdentity.userId, userId))
const sessionsOf = async (userId: string): Promise<number> =>
  await db.$count(authSession, eq(authSession.userId, userId))

test('the first sign-in finds the account by its verified address, whatever its case, and links it', async () => {
  const account = await createAccount()
  const identity = identityOf(account.email.toUpperCase())
  const { accessToken } = await signIn(identity)
  expect(accessToken).not.toBe('')
  expect(await linksOf(account.id)).toMatchObject([{ issuer: identity.issuer, subject: identity.subject }])
})

test('from then on the subject decides, whatever became of the address', async () => {
  const [account, other] = [await createAccount(), await createAccount()]
  const identity = identityOf(account.email)
  await signIn(identity)
  await signIn({ ...identity, verifiedEmail: null })
  await signIn({ ...identity, verifiedEmail: other.email })
  expect(await sessionsOf(account.id)).toBe(3)
  expect(await sessionsOf(other.id)).toBe(0)
})

test('an address the provider does not vouch for opens nothing', async () => {
  const account = await createAccount()
  await expect(signIn(identityOf(null))).rejects.toMatchObject(refused)
  expect(await linksOf(account.id)).toEqual([])
})

test('an unknown person is refused, noted, and gets no account', async () => {
  const before = await db.$count(userAccount)
  await expect(signIn(identityOf(`${randomUUID()}@example.com`))).rejects.toMatchObject(refused)
  expect(await db.$count(userAccount)).toBe(before)
  expect(await db.$count(authEvent, eq(authEvent.type, 'sign_in_refused'))).toBeGreaterThan(0)
})

test('an address that the provider has given to somebody else does not open the first one’s account', async () => {
  const account = await createAccount()
  await signIn(identityOf(account.email))
  await expect(signIn(identityOf(account.email))).rejects.toMatchObject(refused)
  expect(await linksOf(account.id)).toHaveLength(1)
})

test('the same subject of another provider is another person', async () => {
  const account = await createAccount()
  const identity = identityOf(account.email)
  await signIn(identity)
  await expect(signIn({ ...identity, issuer: 'https://other.example', verifiedEmail: null })).rejects.toMatchObject(
    refused,
  )
})

test('a disabled account and one without a shop are refused, linked or not', async () => {
  const [linked, unlinked, shopless] = [await createAccount(), await createAccount(), await createAccount()]
  const identity = identityOf(linked.email)
  await signIn(identity)
  for (const { id } of [linked, unlinked]) {
    await db
      .update(userAccount)
      .set({ disabledAt: sql`now()` })
      .where(eq(userAccount.id, id))
  }
  await db.delete(member).where(and(eq(member.shopId, shop.id), eq(member.userId, shopless.id)))
  for (const each of [identity, identityOf(unlinked.email), identityOf(shopless.email)]) {
    await expect(signIn(each)).rejects.toMatchObject(refused)
  }
})

test('a first sign-in twice at once links once and opens both', async () => {
  const account = await createAccount()
  const identity = identityOf(account.email)
  await Promise.all(Array.from({ length: 8 }, async () => await signIn(identity)))
  expect(await linksOf(account.id)).toHaveLength(1)
  expect(await sessionsOf(account.id)).toBe(8)
})

test('an address that only the database takes for the account’s links nothing', async () => {
  const email = `kim.${randomUUID()}@example.com`
  const [account] = await db.insert(userAccount).values({ email, name: 'Kim' }).returning()
  await db.insert(member).values({ shopId: shop.id, userId: account?.id ?? '', role: 'owner' })
  for (const [letter, other] of [
    ['k', '\u212A'],
    ['i', '\u0130'],
  ] as const) {
    await expect(signIn(identityOf(email.replace(letter, other)))).rejects.toMatchObject(refused)
  }
  expect(await linksOf(account?.id ?? '')).toEqual([])
})

test('a proof given to the provider an hour ago is an hour old here, and none is younger than now', async () => {
  const account = await createAccount()
  const identity = identityOf(account.email)
  for (const minutes of [60, 0, -60]) {
    await signInWithIdentity(auth, { ...identity, provedAt: new Date(Date.now() - minutes * 60_000) }, origin)
  }
  await signIn(identity)
  const rows = await db
    .select({ age: sql<number>`round(extract(epoch from created_at - auth_time) / 60)::int` })
    .from(authSession)
    .where(eq(authSession.userId, account.id))
    .orderBy(authSession.id)
  expect(rows.map(({ age }) => age)).toEqual([60, 0, 0, 0])
})
