import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createInvitationLink } from '@afterword/services/testing/invitation-link'
import { createReviewShop, signInMember } from '@afterword/services/testing/review-world'
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { type HttpAnswer, startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase()
const api = await startApi(db)
afterAll(async () => await api.stop())

const password = 'three quiet brown hares'
const accept = async (body: object, headers: Record<string, string> = {}) =>
  await api.sendOwn('/api/session/invitation', body, headers)
const invite = async (email = `${randomUUID()}@new.example`) => {
  const { shop } = await createReviewShop(db)
  return { shop, email, ...(await createInvitationLink(db, { shopId: shop.id, email, invitedBy: randomUUID() })) }
}
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
