import type { MemberRole } from '@afterword/auth/principal'
import { createReviewLinkCode } from '@afterword/auth/review-link'
import { authSession, invitation, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createInvitationLink } from '@afterword/services/testing/invitation-link'
import { createReviewShop, signInMember } from '@afterword/services/testing/review-world'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { type HttpAnswer, startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase()
const api = await startApi(db)
afterAll(async () => await api.stop())

const password = 'three quiet brown hares'
const accept = async (body: object, headers: Record<string, string> = {}) =>
  await api.sendOwn('/api/session/invitation', body, headers)
const invite = async (email = `${randomUUID()}@new.example`, role: MemberRole = 'viewer') => {
  const { shop } = await createReviewShop(db)
  return { shop, email, ...(await createInvitationLink(db, { shopId: shop.id, email, role, invitedBy: randomUUID() })) }
}
const userOf = async (email: string): Promise<string> =>
  (await db.select({ id: userAccount.id }).from(userAccount).where(eq(userAccount.email, email)))[0]?.id ?? ''
const cookieOf = (answer: HttpAnswer): string => answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
const shopOf = async (cookie: string): Promise<unknown> => {
  const { text } = await api.send('/api/trpc/admin.session.get', { headers: { cookie } })
  return (JSON.parse(text) as { result: { data: { shop: { accessCode: string } } } }).result.data.shop.accessCode
}

test('a new person gets an account and a session for the shop; the link works once', async () => {
  const { shop, token } = await invite()
  const joined = await accept({ token, name: 'Noa Lind', password })
  expect(joined.status, joined.text).toBe(200)
  expect(joined.headers['cache-control']).toBe('no-store')
  expect(await shopOf(cookieOf(joined))).toBe(shop.accessCode)
  const again = await accept({ token, name: 'Noa Lind', password })
  expect(again).toMatchObject({ status: 404 })
  expect(again.json()).toMatchObject({ code: 'invitation.not_found' })
})

test('a short password is named by its field and costs nothing', async () => {
  const { token } = await invite()
  const refused = await accept({ token, name: 'Noa', password: 'too short' })
  expect(refused).toMatchObject({ status: 400, cookies: [] })
  expect(refused.json()).toMatchObject({
    code: 'password.too_short',
    details: { fields: { password: 'password.too_short' } },
  })
  expect((await accept({ token, name: 'Noa', password })).status).toBe(200)
})

test('a known person joins a second shop by password or by being signed in, and then acts for it', async () => {
  const first = await invite()
  const known = await accept({ token: first.token, name: 'Noa', password })
  const second = await invite(first.email)
  const refused = await accept({ token: second.token, password: 'not the password' })
  expect(refused).toMatchObject({ status: 401, cookies: [] })
  expect(refused.json()).toMatchObject({ code: 'sign_in.refused' })
  const byPassword = await accept({ token: second.token, password })
  expect(await shopOf(cookieOf(byPassword))).toBe(second.shop.accessCode)
  const third = await invite(first.email)
  const bySession = await accept({ token: third.token }, { cookie: cookieOf(known) })
  expect(await shopOf(cookieOf(bySession))).toBe(third.shop.accessCode)
})

test("somebody else's session is no proof", async () => {
  const first = await invite()
  await accept({ token: first.token, name: 'Noa', password })
  const stranger = await signInMember(api.world, first.shop.id, 'owner')
  const second = await invite(first.email)
  const refused = await accept({ token: second.token }, { authorization: `Bearer ${stranger.accessToken}` })
  expect(refused.json()).toMatchObject({ code: 'sign_in.refused' })
})

test('a session that proves who one is stays as old as it is: joining makes no proof fresh', async () => {
  const first = await invite()
  const known = await accept({ token: first.token, name: 'Noa', password })
  const userId = await userOf(first.email)
  await db
    .update(authSession)
    .set({ authTime: sql`now() - interval '16 minutes'`, amr: ['fed'] })
    .where(eq(authSession.userId, userId))
  const before = await db.select().from(authSession).where(eq(authSession.userId, userId))
  const second = await invite(first.email, 'owner')
  const joined = await accept({ token: second.token }, { cookie: cookieOf(known) })
  expect(joined.status, joined.text).toBe(200)
  const cookie = `${cookieOf(known)}; ${cookieOf(joined)}`
  expect(await shopOf(cookie)).toBe(second.shop.accessCode)
  const asked = await api.sendOwn(
    '/api/trpc/admin.member.invite',
    { email: 'new@shop.example', role: 'viewer' },
    { cookie },
  )
  expect(asked.text).toContain('step_up.required')
  const after = await db.select().from(authSession).where(eq(authSession.userId, userId))
  expect(after).toMatchObject(
    before.map(({ id, authTime, amr, absoluteExpiresAt }) => ({ id, authTime, amr, absoluteExpiresAt })),
  )
  const [claims] = joined.cookies.map((line) => /^at=[^.]+\.([^.]+)/.exec(line)?.[1] ?? '')
  const { auth_time: authTime, amr } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >
  expect([Number(authTime) < Date.now() / 1000 - 900, amr]).toEqual([true, ['fed']])
})

test('tries are counted for the invitation, however its token is written and whichever mail it came in', async () => {
  const first = await invite()
  await accept({ token: first.token, name: 'Noa', password })
  const { shop, token, invitation: row } = await invite(first.email)
  const guess = async (link: string) => (await accept({ token: link, password: 'wrong' })).json()['code']
  const codes: unknown[] = []
  for (let turn = 0; turn < 6; turn += 1) codes.push(await guess(`${token}${'.'.repeat(turn)}`))
  const later = createReviewLinkCode(shop.id)
  await db.update(invitation).set({ tokenHash: later.tokenHash }).where(eq(invitation.id, row.id))
  for (let turn = 0; turn < 6; turn += 1) codes.push(await guess(`${later.code}${'%3D'.repeat(turn)}`))
  expect(codes).toEqual([...Array<string>(10).fill('sign_in.refused'), 'rate.limited', 'rate.limited'])
})

test('the link cannot be used to guess a password: after some tries it is refused for a while', async () => {
  const first = await invite()
  await accept({ token: first.token, name: 'Noa', password })
  const { token } = await invite(first.email)
  const codes: unknown[] = []
  for (let attempt = 0; attempt < 21; attempt += 1)
    codes.push((await accept({ token, password: `guess ${attempt}` })).json()['code'])
  expect(codes[0]).toBe('sign_in.refused')
  expect(codes.at(-1)).toBe('rate.limited')
  expect((await accept({ token, password })).status).toBe(429)
  expect(api.logLines()).not.toContain(token)
})
