import { signInToken, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createRecordingMailer } from '../../testing/recording-mailer.ts'
import { createReviewWorld } from '../../testing/review-world.ts'
import { requestSignInMail } from './request-sign-in-mail.ts'
import { sendSignInMail } from './send-sign-in-mail.ts'

const { db } = await useTestDatabase()
const { jobs, contextOf } = createReviewWorld(db)
const ctx = contextOf({ kind: 'anonymous' })

const addAccount = async (values: Partial<typeof userAccount.$inferInsert> = {}) => {
  const [account] = await db
    .insert(userAccount)
    .values({ email: `${randomUUID()}@shop.example`, name: 'Mina', passwordHash: 'a hash', ...values })
    .returning()
  if (account === undefined) throw new Error('no account')
  return account
}
/** Each test asks from a network of its own. */
let network = 0
const ask = async (email: string, purpose: 'sign_in' | 'password_reset' = 'sign_in') => {
  network += 1
  const origin = { ipPrefix: `10.0.${network}.0/24`, uaFamily: 'Firefox' }
  const before = jobs.length
  const answer = await requestSignInMail({ ctx, input: { purpose, email, asker: { origin, knownCookie: undefined } } })
  const ids = jobs.slice(before).map(({ data }) => (data as { signInTokenId: string }).signInTokenId)
  return { answer, ids, id: ids[0] ?? '' }
}
const rowOf = async (id: string) => (await db.select().from(signInToken).where(eq(signInToken.id, id)))[0]
const deliver = async (signInTokenId: string) => {
  const { mails, mailer } = createRecordingMailer()
  const outcome = await sendSignInMail({ ctx: contextOf({ kind: 'system' }), input: { signInTokenId }, mailer })
  return { outcome, mails }
}

describe('whether an address has an account', () => {
  test('shows in no row, job or answer: all is written alike, and the job alone finds nobody', async () => {
    const { email } = await addAccount()
    const disabled = await addAccount({ disabledAt: new Date() })
    for (const address of [email, disabled.email, `${randomUUID()}@nobody.example`]) {
      const { answer, ids, id } = await ask(address)
      expect(answer.browserSecret).toMatch(/^[\w-]{43}$/)
      expect(ids).toHaveLength(1)
      expect(await rowOf(id)).toMatchObject({ purpose: 'sign_in', tokenHash: null, codeHash: null, usedAt: null })
      expect((await deliver(id)).outcome).toBe(address === email ? 'sent' : 'nothing_to_send')
    }
  })

  test('is not asked of what is no address', async () => {
    await expect(ask('no address')).rejects.toMatchObject({ code: 'email.invalid' })
  })
})

test('the address in the mail is the account’s, however it was typed', async () => {
  const { email } = await addAccount()
  const { id } = await ask(`  ${email.toUpperCase()} `)
  expect((await deliver(id)).mails).toMatchObject([{ to: email }])
})

test('a repeated try makes a new token, and the one before stops working', async () => {
  const { id } = await ask((await addAccount()).email)
  const [first] = (await deliver(id)).mails
  const hash = (await rowOf(id))?.tokenHash
  const [second] = (await deliver(id)).mails
  expect(first).not.toEqual(second)
  expect((await rowOf(id))?.tokenHash).not.toEqual(hash)
})

test.each([
  ['was used', { usedAt: sql`now()` }],
  ['is past its time', { expiresAt: sql`now() - interval '1 second'` }],
])('a request that %s sends no mail', async (_name, change) => {
  const { id } = await ask((await addAccount()).email)
  await db.update(signInToken).set(change).where(eq(signInToken.id, id))
  expect(await deliver(id)).toEqual({ outcome: 'nothing_to_send', mails: [] })
})

test('a sign-in link holds ten minutes, one for a new password fifteen and without a code for the browser', async () => {
  const { email } = await addAccount()
  const [signIn, reset] = [await ask(email), await ask(email, 'password_reset')]
  const holds = async (id: string) => {
    const [row] = await db
      .select({
        minutes: sql<number>`round(extract(epoch from ${signInToken.expiresAt} - ${signInToken.createdAt}) / 60)::int`,
      })
      .from(signInToken)
      .where(eq(signInToken.id, id))
    return row?.minutes
  }
  expect([await holds(signIn.id), await holds(reset.id)]).toEqual([10, 15])
  expect((await deliver(signIn.id)).mails).toMatchObject([{ code: expect.stringMatching(/^\d{8}$/) }])
  expect((await deliver(reset.id)).mails).toMatchObject([{ code: null }])
  expect((await rowOf(reset.id))?.browserHash).toBeNull()
})
