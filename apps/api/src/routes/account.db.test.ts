import { hashPassword } from '@afterword/auth/password'
import { attemptCount, authSession, mailAllowance, member, signInToken, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sendSecurityNotice } from '@afterword/services/people/account/send-security-notice'
import { sendSignInMail } from '@afterword/services/people/account/send-sign-in-mail'
import { queueNotices } from '@afterword/services/operations/sweep/queue-notices'
import { createRecordingMailer } from '@afterword/services/testing/recording-mailer'
import { createMember, createReviewShop } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type HttpAnswer, startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase()
const api = await startApi(db)
const { world } = api
const a = await createReviewShop(db, { name: 'Shop A' })
const b = await createReviewShop(db, { name: 'Shop B' })
const password = 'correct horse battery'
const passwordHash = await hashPassword(password)

afterAll(async () => await api.stop())
beforeEach(async () => {
  await db.delete(attemptCount)
  await db.delete(mailAllowance)
})

const cookiesOf = (answer: HttpAnswer): string => answer.cookies.map((line) => line.split(';')[0]).join('; ')
const codeOf = (answer: HttpAnswer) => [answer.status, answer.json()['code']]
const post = async (path: string, body: object, cookie = ''): Promise<HttpAnswer> =>
  await api.sendOwn(`/api/session${path}`, body, cookie === '' ? {} : { cookie })

/** A person of shop A with a password. */
const createPerson = async (role: 'owner' | 'viewer' = 'owner') => {
  const { userId } = await createMember(db, a.shop.id, role)
  await db.update(userAccount).set({ passwordHash }).where(eq(userAccount.id, userId))
  const [account] = await db.select().from(userAccount).where(eq(userAccount.id, userId))
  if (account === undefined) throw new Error('no account')
  const signIn = async (options: object = {}): Promise<string> => {
    const answer = await post('', { email: account.email, password, ...options })
    expect(answer.status).toBe(200)
    return cookiesOf(answer)
  }
  return { userId, email: account.email, signIn }
}

const trpc = async (procedure: string, cookie: string, input?: object, headers: Record<string, string> = {}) => {
  const answer =
    input === undefined
      ? await api.send(`/api/trpc/${procedure}`, { headers: { cookie, ...headers } })
      : await api.sendOwn(`/api/trpc/${procedure}`, input, { cookie, ...headers })
  const body = answer.json() as { error?: { data: { code: string } }; result?: { data: unknown } }
  return { status: answer.status, code: body.error?.data.code, data: body.result?.data }
}
/** A write every member may try. */
const write = async (cookie: string) => (await trpc('admin.account.endOtherSessions', cookie, {})).code ?? 'ok'
const refresh = async (cookie: string) => codeOf(await post('/refresh', {}, cookie))

/** The mail that was asked for last. */
const readMail = async () => {
  const { mails, mailer } = createRecordingMailer()
  const job = world.jobs.at(-1)
  const input = { ...(job?.data as { signInTokenId: string }) }
  const outcome = await sendSignInMail({ ctx: world.contextOf({ kind: 'system' }), input, mailer })
  const [mail] = mails
  const token = mail?.kind === 'staff' ? (mail.action?.url.split('/').at(-1) ?? '') : ''
  return { outcome, mail, token, code: mail?.kind === 'staff' ? (mail.code ?? '') : '' }
}

describe('a mailed sign-in link', () => {
  const ask = async (email: string, next = '/admin/widget') => {
    const answer = await post('/magic-link', { email, next })
    return { answer, cookie: cookiesOf(answer), ...(await readMail()) }
  }
  const consume = async (body: object, cookie: string) => await post('/magic-link/consume', body, cookie)

  test('signs in once, in the browser that asked, and leads to where it was asked for', async () => {
    const { email } = await createPerson()
    const { answer, cookie, token } = await ask(email)
    expect([answer.status, answer.cookies.length]).toEqual([202, 1])
    expect(answer.cookies[0]).toMatch(/^ml=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/)
    const signedIn = await consume({ token }, cookie)
    expect([signedIn.status, signedIn.json()['next']]).toEqual([200, '/admin/widget'])
    expect((await trpc('admin.session.get', cookiesOf(signedIn))).status).toBe(200)
    expect(codeOf(await consume({ token }, cookie))).toEqual([404, 'sign_in_link.not_found'])
  })

  test('of 20 uses at once, one signs in', async () => {
    const { email } = await createPerson()
    const { cookie, token } = await ask(email)
    const answers = await Promise.all(Array.from({ length: 20 }, async () => await consume({ token }, cookie)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('is worth nothing in another browser, whose page shows the code for the asking one', async () => {
    const { email } = await createPerson()
    const { cookie, token, code } = await ask(email)
    expect(code).toMatch(/^\d{8}$/)
    const other = (await ask(email)).cookie
    for (const wrong of ['', other]) {
      expect(codeOf(await consume({ token }, wrong))).toEqual([409, 'sign_in_link.other_browser'])
      expect(codeOf(await consume({ code }, wrong))).toEqual([401, 'sign_in_link.code_refused'])
    }
    const spaced = `${code.slice(0, 4)} ${code.slice(4)}`
    expect((await consume({ code: spaced }, cookie)).status).toBe(200)
    expect(codeOf(await consume({ code }, cookie))).toEqual([401, 'sign_in_link.code_refused'])
  })

  test('five wrong codes, all at once or not, end it', async () => {
    const { email } = await createPerson()
    const { cookie, code } = await ask(email)
    const wrong = code === '00000000' ? '00000001' : '00000000'
    await Promise.all(Array.from({ length: 5 }, async () => await consume({ code: wrong }, cookie)))
    expect(codeOf(await consume({ code }, cookie))).toEqual([401, 'sign_in_link.code_refused'])
  })

  test('ends after ten minutes, and with its person’s password', async () => {
    const { email, userId, signIn } = await createPerson()
    const old = await ask(email)
    await db
      .update(signInToken)
      .set({ expiresAt: sql`now()` })
      .where(eq(signInToken.userId, userId))
    expect(codeOf(await consume({ token: old.token }, old.cookie))).toEqual([404, 'sign_in_link.not_found'])
    const open = await ask(email)
    await post('/password', { currentPassword: password, newPassword: 'another long password' }, await signIn())
    expect(codeOf(await consume({ token: open.token }, open.cookie))).toEqual([404, 'sign_in_link.not_found'])
  })

  test('an unknown address is answered alike, with the same work done, and no mail leaves', async () => {
    const jobsBefore = world.jobs.length
    const { answer, outcome } = await ask('nobody@shop.example')
    expect([answer.status, answer.text, outcome]).toEqual([202, '{"sent":true}', 'nothing_to_send'])
    expect(world.jobs).toHaveLength(jobsBefore + 1)
  })

  test('neither the token nor the code is in the database', async () => {
    const { email } = await createPerson()
    const { token, code, cookie } = await ask(email)
    const rows = await db.execute<{ row: string }>(sql`select t::text as row from sign_in_token t`)
    const dump = rows.map(({ row }) => row).join('\n')
    for (const secret of [token, code, cookie.slice('ml='.length)]) {
      expect(dump).not.toContain(secret)
      expect(dump).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
    }
  })

  test('a third one within a minute does not go, whatever the address’s case, and the answer does not tell', async () => {
    const { email } = await createPerson()
    for (let index = 0; index < 2; index += 1) expect((await ask(email)).outcome).toBe('sent')
    const jobsBefore = world.jobs.length
    expect((await post('/magic-link', { email: email.toUpperCase() })).status).toBe(202)
    expect(world.jobs).toHaveLength(jobsBefore)
  })
})

describe('a password', () => {
  test('A9 changed on one browser ends the other; this one goes on with a new session', async () => {
    const { signIn } = await createPerson()
    const [here, there] = [await signIn(), await signIn()]
    const changed = await post('/password', { currentPassword: password, newPassword: 'another long password' }, here)
    expect(changed.status).toBe(200)
    expect(cookiesOf(changed)).not.toBe(here)
    expect(await write(cookiesOf(changed))).toBe('ok')
    expect([await refresh(there), await write(there)]).toEqual([[401, 'session.ended'], 'session.ended'])
    expect(await refresh(here)).toEqual([401, 'session.ended'])
  })

  test('is not changed with a wrong present one or to a short one, and nobody is signed out by that', async () => {
    const { signIn } = await createPerson()
    const cookie = await signIn()
    const wrong = await post('/password', { currentPassword: 'x', newPassword: 'another long password' }, cookie)
    expect([codeOf(wrong), wrong.cookies]).toEqual([[401, 'sign_in.refused'], []])
    const short = await post('/password', { currentPassword: password, newPassword: 'too short' }, cookie)
    expect(codeOf(short)).toEqual([400, 'password.too_short'])
    expect(await write(cookie)).toBe('ok')
  })

  test('can be set anew with a mailed link, once, for 15 minutes; every session ends', async () => {
    const { email, signIn } = await createPerson()
    const cookie = await signIn()
    expect((await post('/password-reset', { email })).status).toBe(202)
    const { token } = await readMail()
    const complete = async (newPassword: string) => await post('/password-reset/complete', { token, newPassword })
    expect(codeOf(await complete('too short'))).toEqual([400, 'password.too_short'])
    const all = await Promise.all([complete('a brand new password'), complete('a brand new password')])
    expect(all.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([200, 404])
    expect(await write(cookie)).toBe('session.ended')
    expect(codeOf(await post('', { email, password }))).toEqual([401, 'sign_in.refused'])
    expect((await post('', { email, password: 'a brand new password' })).status).toBe(200)
  })

  test('that is somebody’s first signs them in with the link that set it; a later one does not', async () => {
    const { userId, email } = await createPerson()
    await db.update(userAccount).set({ passwordHash: null }).where(eq(userAccount.id, userId))
    const choose = async (newPassword: string) => {
      await post('/password-reset', { email })
      const { token } = await readMail()
      return await post('/password-reset/complete', { token, newPassword })
    }
    const first = await choose('a very first password')
    expect(first.json()).toMatchObject({ changed: true, isSignedIn: true })
    expect(await write(cookiesOf(first))).toBe('ok')
    const second = await choose('another long password')
    expect([second.json(), second.cookies]).toEqual([{ changed: true, isSignedIn: false }, []])
  })

  test('set as a Mac types it is right as a phone types it: at sign-in, step-up, change, reset and invitation', async () => {
    const { email, signIn: _signIn } = await createPerson()
    const phone = 'crème brûlée à la carte'
    const mac = phone.normalize('NFD')
    await post('/password-reset', { email })
    const { token } = await readMail()
    expect((await post('/password-reset/complete', { token, newPassword: mac })).status).toBe(200)
    const signedIn = await post('', { email, password: phone })
    expect(signedIn.status).toBe(200)
    const cookie = cookiesOf(signedIn)
    expect((await post('/step-up', { password: phone }, cookie)).status).toBe(200)
    const changed = await post('/password', { currentPassword: phone, newPassword: `${mac} encore` }, cookie)
    expect(changed.status).toBe(200)
    expect((await post('', { email, password: `${phone} encore` })).status).toBe(200)
  })

  test('a link to set it signs nobody in, and a sign-in link sets no password', async () => {
    const { email } = await createPerson()
    await post('/password-reset', { email })
    const reset = await readMail()
    const cookie = cookiesOf(await post('/magic-link', { email }))
    const link = await readMail()
    const swapped = await post('/magic-link/consume', { token: reset.token }, cookie)
    expect(codeOf(swapped)).toEqual([404, 'sign_in_link.not_found'])
    const other = await post('/password-reset/complete', { token: link.token, newPassword: 'a brand new password' })
    expect(codeOf(other)).toEqual([404, 'sign_in_link.not_found'])
  })
})

describe('signing in', () => {
  test('ten wrong passwords close an account to guesses from that network, in every spelling, and not to its mailed link', async () => {
    const { email } = await createPerson()
    const guesses = await Promise.all(
      Array.from({ length: 12 }, async () => await post('', { email, password: 'a wrong password' })),
    )
    expect(guesses.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([
      ...Array<number>(10).fill(401),
      429,
      429,
    ])
    const refused = await post('', { email: ` ${email.toUpperCase()}`, password })
    expect(codeOf(refused)).toEqual([429, 'rate.limited'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800)
    expect((await post('/magic-link', { email })).status).toBe(202)
    expect((await readMail()).outcome).toBe('sent')
  })

  test('right passwords are not counted', async () => {
    const { signIn } = await createPerson()
    for (let index = 0; index < 35; index += 1) await signIn()
  })

  test('a remembered browser stays for 90 days of rest and a year at the most; another 30 and 90', async () => {
    const { signIn, userId } = await createPerson()
    await signIn({ remember: true })
    await signIn()
    const rows = await db
      .select({
        idle: sql<number>`extract(epoch from idle_expires_at - created_at)::int / 86400`,
        absolute: sql<number>`extract(epoch from absolute_expires_at - created_at)::int / 86400`,
      })
      .from(authSession)
      .where(eq(authSession.userId, userId))
      .orderBy(authSession.createdAt)
    expect(rows).toEqual([
      { idle: 90, absolute: 365 },
      { idle: 30, absolute: 90 },
    ])
  })
})

describe('the session list', () => {
  test('A15 shows where a person is signed in; ending one or all others holds for refresh and for writes', async () => {
    const { signIn } = await createPerson()
    const [here, there, third] = [await signIn(), await signIn({ remember: true }), await signIn()]
    const list = (await trpc('admin.account.sessions', here)).data as { id: string; isCurrent: boolean }[]
    expect(list).toHaveLength(3)
    expect(list.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
    const remembered = list.find((session) => 'isRemembered' in session && session.isRemembered === true)
    expect((await trpc('admin.account.endSession', here, { sessionId: remembered?.id })).status).toBe(200)
    expect([await refresh(there), await write(there)]).toEqual([[401, 'session.ended'], 'session.ended'])
    expect((await trpc('admin.account.endOtherSessions', here, {})).data).toEqual({ ended: 1 })
    expect(await refresh(third)).toEqual([401, 'session.ended'])
    expect(await refresh(here)).toEqual([200, undefined])
  })

  test('a session of somebody else is not found', async () => {
    const [one, two] = [await createPerson(), await createPerson()]
    const theirs = await two.signIn()
    const [session] = (await trpc('admin.account.sessions', theirs)).data as { id: string }[]
    const answer = await trpc('admin.account.endSession', await one.signIn(), { sessionId: session?.id })
    expect([answer.status, answer.code]).toEqual([404, 'session.not_found'])
    expect(await write(theirs)).toBe('ok')
  })
})

describe('one person in two shops', () => {
  test('goes on to the other shop with the same session; a page of the first one is told, not mixed up', async () => {
    const { userId, signIn } = await createPerson()
    await db.insert(member).values({ shopId: b.shop.id, userId, role: 'viewer' })
    const cookie = await signIn()
    const switched = await post('/shop', { shopId: encodeId('shop', b.shop.id) }, cookie)
    expect(switched.status).toBe(200)
    expect(switched.cookies.map((line) => line.split('=')[0])).toEqual(['at'])
    const inB = cookiesOf(switched)
    expect((await trpc('admin.session.get', inB)).data).toMatchObject({ shop: { name: 'Shop B' }, role: 'viewer' })
    const ofPageA = { 'x-shop': encodeId('shop', a.shop.id) }
    expect((await trpc('admin.session.get', inB, undefined, ofPageA)).code).toBe('shop.changed')
    expect(await write(cookie)).toBe('shop.changed')
    expect(await refresh(cookie)).toEqual([200, undefined])
  })

  test('whose renewal was lost goes on to the other shop, and is not taken for a thief at the next renewal', async () => {
    const { userId, signIn } = await createPerson()
    await db.insert(member).values({ shopId: b.shop.id, userId, role: 'viewer' })
    const cookie = await signIn()
    expect(await refresh(cookie)).toEqual([200, undefined])
    const inB = cookiesOf(await post('/shop', { shopId: encodeId('shop', b.shop.id) }, cookie))
    expect((await trpc('admin.session.get', inB)).status).toBe(200)
    expect(await write(inB)).toBe('ok')
    await db
      .update(authSession)
      .set({ rotatedAt: sql`rotated_at - interval '61 seconds'` })
      .where(eq(authSession.userId, userId))
    expect(await refresh(cookie)).toEqual([200, undefined])
  })

  test('a shop one does not belong to is not found', async () => {
    const { signIn } = await createPerson()
    const answer = await post('/shop', { shopId: encodeId('shop', b.shop.id) }, await signIn())
    expect([codeOf(answer), answer.cookies]).toEqual([[404, 'shop.not_found'], []])
  })
})

describe('proving again who one is', () => {
  test('opens sensitive acts for 15 minutes; a wrong password does not, and signs nobody out', async () => {
    const { userId, signIn } = await createPerson()
    const cookie = await signIn()
    const age = async () =>
      await db
        .update(authSession)
        .set({ authTime: sql`now() - interval '16 minutes'` })
        .where(eq(authSession.userId, userId))
    const invite = async () =>
      (await trpc('admin.member.invite', cookie, { email: 'new@shop.example', role: 'viewer' })).code ?? 'ok'
    await age()
    expect(await invite()).toBe('step_up.required')
    expect(codeOf(await post('/step-up', { password: 'wrong' }, cookie))).toEqual([401, 'sign_in.refused'])
    expect(await invite()).toBe('step_up.required')
    expect((await post('/step-up', { password }, cookie)).status).toBe(200)
    expect(await invite()).toBe('ok')
    await age()
    expect(await invite()).toBe('step_up.required')
  })
})

test('a reused session and a changed password are each told to their person by one mail', async () => {
  await queueNotices(world.deps)
  const { signIn, email } = await createPerson()
  const cookie = await signIn()
  await post('/password', { currentPassword: password, newPassword: 'another long password' }, cookie)
  const before = world.jobs.length
  const queued = await Promise.all([queueNotices(world.deps), queueNotices(world.deps)])
  expect(queued.toSorted((x, y) => x - y)).toEqual([0, 1])
  expect(world.jobs).toHaveLength(before + 1)
  const { mails, mailer } = createRecordingMailer()
  const input = { ...(world.jobs.at(-1)?.data as { authEventId: number }) }
  await sendSecurityNotice({ ctx: world.contextOf({ kind: 'system' }), input, mailer })
  expect(mails).toMatchObject([{ to: email, subject: 'Your password was changed' }])
})

test('the public keys stand at /.well-known/jwks.json, and no private part', async () => {
  await (await createPerson()).signIn()
  const answer = await api.send('/.well-known/jwks.json')
  const { keys } = answer.json() as { keys: Record<string, string>[] }
  expect(answer.status).toBe(200)
  expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x']])
})
