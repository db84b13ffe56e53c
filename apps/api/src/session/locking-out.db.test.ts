import { hashPassword } from '@afterword/auth/password'
import { attemptCount, mailAllowance, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sendSignInMail } from '@afterword/services/people/account/send-sign-in-mail'
import { createRecordingMailer } from '@afterword/services/testing/recording-mailer'
import { createMember, createReviewShop } from '@afterword/services/testing/review-world'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type HttpAnswer, startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const api = await startApi(db, { isProxyTrusted: true })
const { world } = api
const { shop } = await createReviewShop(db)
const password = 'correct horse battery'
const passwordHash = await hashPassword(password)
afterAll(async () => await api.stop())
beforeEach(async () => {
  await db.delete(attemptCount)
  await db.delete(mailAllowance)
})

const home = '198.51.100.7'
const stranger = '203.0.113.9'
/** An address in a network of its own. */
const networkOf = (index: number): string => `192.${index >> 8}.${index & 255}.4`

const codeOf = (answer: HttpAnswer) => [answer.status, answer.json()['code']]
const cookiesOf = (answer: HttpAnswer): Map<string, string> =>
  new Map(answer.cookies.map((line) => (line.split(';')[0] ?? '').split('=') as [string, string]))
const headerOf = (cookies: ReadonlyMap<string, string>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

const createPerson = async () => {
  const { userId } = await createMember(db, shop.id, 'owner')
  const [account] = await db
    .update(userAccount)
    .set({ passwordHash, email: `kim.${userId}@shop.example` })
    .where(eq(userAccount.id, userId))
    .returning({ email: userAccount.email })
  const email = account?.email ?? ''
  const post = async (path: string, body: object, from: { address: string; cookie?: string }) =>
    await api.sendOwn(`/api/session${path}`, body, { 'x-forwarded-for': from.address, cookie: from.cookie ?? '' })
  const signIn = async (address: string, cookie = '', typed = password, spelled = email) =>
    await post('', { email: spelled, password: typed }, { address, cookie })
  /** A browser in which the person signed in and out again: what it still holds. */
  const knownBrowser = async (): Promise<string> => {
    const cookies = cookiesOf(await signIn(home))
    const out = await post('/sign-out', {}, { address: home, cookie: headerOf(cookies) })
    for (const [name, value] of cookiesOf(out)) if (value === '') cookies.delete(name)
    expect([...cookies.keys()]).toEqual(['known'])
    return headerOf(cookies)
  }
  return { userId, email, post, signIn, knownBrowser }
}

/** Wrong passwords, one from each network: more than all networks have together. */
const guessFromEverywhere = async (signIn: (address: string, cookie: string, typed: string) => Promise<HttpAnswer>) => {
  const statuses: number[] = []
  for (let index = 0; index < 102; index += 1) {
    statuses.push((await signIn(networkOf(index), '', 'a wrong password')).status)
  }
  return statuses
}

describe('a stranger who guesses passwords', () => {
  test('from one network closes the account to that network alone', async () => {
    const { signIn } = await createPerson()
    const guesses: number[] = []
    for (let index = 0; index < 15; index += 1) guesses.push((await signIn(stranger, '', 'wrong')).status)
    expect(guesses).toEqual([...Array<number>(10).fill(401), ...Array<number>(5).fill(429)])
    expect(codeOf(await signIn(stranger))).toEqual([429, 'rate.limited'])
    expect((await signIn(home)).status).toBe(200)
  })

  test('from a hundred networks is stopped, and does not stop a browser that the account knows', async () => {
    const { signIn, knownBrowser } = await createPerson()
    const known = await knownBrowser()
    const guesses = await guessFromEverywhere(signIn)
    expect(guesses.filter((status) => status === 401)).toHaveLength(100)
    expect(guesses.slice(100)).toEqual([429, 429])
    expect(codeOf(await signIn('198.51.99.1'))).toEqual([429, 'rate.limited'])
    expect((await signIn(stranger, known)).status).toBe(200)
  })

  test('closes neither step-up nor a change of password in a session that stands', async () => {
    const { signIn, post } = await createPerson()
    const cookie = headerOf(cookiesOf(await signIn(home)))
    await guessFromEverywhere(signIn)
    const from = { address: stranger, cookie }
    expect((await post('/step-up', { password }, from)).status).toBe(200)
    const changed = await post('/password', { currentPassword: password, newPassword: 'a brand new password' }, from)
    expect(changed.status).toBe(200)
  })

  test('cannot have more tries by writing the address otherwise', async () => {
    const { signIn, email } = await createPerson()
    for (const spelled of [` ${email}`, `${email}\t`, email.toUpperCase(), email.replace('kim', 'KiM')]) {
      for (let turn = 0; turn < 3; turn += 1) await signIn(stranger, '', 'wrong', spelled)
    }
    expect((await signIn(stranger)).status).toBe(429)
  })

  test('finds no account by letters that only the database takes for ours', async () => {
    const { signIn, email } = await createPerson()
    for (const spelled of [email.replace('i', '\u0130'), email.replace('s', '\u017F')]) {
      expect(spelled).not.toBe(email)
      expect((await signIn(home, '', password, spelled)).status, spelled).toBe(401)
    }
  })

  test('counts a letter that Unicode itself takes for another (NFC, the Kelvin sign) as that letter', async () => {
    const { signIn, email } = await createPerson()
    const spelled = email.replace('k', '\u212A')
    expect((await signIn(home, '', password, spelled)).status).toBe(200)
    for (let turn = 0; turn < 10; turn += 1) await signIn(stranger, '', 'wrong', turn % 2 === 0 ? spelled : email)
    expect((await signIn(stranger)).status).toBe(429)
  })
})

describe('a browser that an account knows', () => {
  test('has ten tries of its own, whichever network it is in, and leaves the others theirs', async () => {
    const { signIn, knownBrowser } = await createPerson()
    const [one, other] = [await knownBrowser(), await knownBrowser()]
    const tries: number[] = []
    for (let index = 0; index < 11; index += 1) tries.push((await signIn(networkOf(index), one, 'wrong')).status)
    expect(tries).toEqual([...Array<number>(10).fill(401), 429])
    expect((await signIn(home, one)).status).toBe(429)
    expect((await signIn(home, other)).status).toBe(200)
    expect((await signIn(home)).status).toBe(200)
  })

  test('is no longer known once there is a new password, by mail or by hand', async () => {
    for (const way of ['mail', 'hand'] as const) {
      const { signIn, knownBrowser, post, email } = await createPerson()
      const known = await knownBrowser()
      const next = 'a brand new password'
      if (way === 'mail') {
        await post('/password-reset', { email }, { address: home })
        const { token } = await readMail()
        expect((await post('/password-reset/complete', { token, newPassword: next }, { address: home })).status).toBe(
          200,
        )
      } else {
        const cookie = headerOf(cookiesOf(await signIn(home)))
        await post('/password', { currentPassword: password, newPassword: next }, { address: home, cookie })
      }
      for (let index = 0; index < 10; index += 1) await signIn(stranger, '', 'wrong')
      expect((await signIn(stranger, known, next)).status, way).toBe(429)
      const again = cookiesOf(await signIn(home, known, next))
      expect((await signIn(stranger, `known=${again.get('known') ?? ''}`, next)).status, way).toBe(200)
    }
  })

  test('is made by nothing but a sign-in: a cookie of another account, a changed or made-up one is a stranger’s', async () => {
    const [victim, other] = [await createPerson(), await createPerson()]
    const known = await victim.knownBrowser()
    const theirs = await other.knownBrowser()
    for (let index = 0; index < 10; index += 1) await victim.signIn(stranger, '', 'wrong')
    const [, browser = '', mac = ''] = known.split('.')
    const [, theirBrowser = '', theirMac = ''] = theirs.split('.')
    const forged = [
      theirs,
      `known=v1.${theirBrowser}.${mac}`,
      `known=v1.${browser}.${theirMac}`,
      `known=v1.${browser}.${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`,
      `known=v1.${browser}`,
      `known=v1.${browser}.${mac}.${mac}.${mac}.${mac}.${mac}.${mac}`,
      'known=',
      `known=${'A'.repeat(4_000)}`,
    ]
    for (const cookie of forged) expect((await victim.signIn(stranger, cookie)).status, cookie).toBe(429)
    expect((await victim.signIn(stranger, known)).status).toBe(200)
  })

  test('is known to each of several people who share it, and its cookie names none of them', async () => {
    const [one, two] = [await createPerson(), await createPerson()]
    const first = await one.knownBrowser()
    const both = cookiesOf(await two.signIn(home, first)).get('known') ?? ''
    for (const { signIn } of [one, two]) {
      for (let index = 0; index < 10; index += 1) await signIn(stranger, '', 'wrong')
      expect((await signIn(stranger, `known=${both}`)).status).toBe(200)
    }
    const bytes = both.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'))
    for (const { userId } of [one, two]) expect(bytes.join()).not.toContain(userId.replaceAll('-', ''))
  })
})

/** The mail that was asked for last. */
const readMail = async (at = -1) => {
  const { mails, mailer } = createRecordingMailer()
  const input = { ...(world.jobs.at(at)?.data as { signInTokenId: string }) }
  const outcome = await sendSignInMail({ ctx: world.contextOf({ kind: 'system' }), input, mailer })
  const [mail] = mails
  return { outcome, token: mail?.kind === 'staff' ? (mail.action?.url.split('/').at(-1) ?? '') : '' }
}

describe.each(['/magic-link', '/password-reset'])('a stranger who asks for %s of somebody else', (path) => {
  const askAll = async (post: Awaited<ReturnType<typeof createPerson>>['post'], email: string, addresses: string[]) => {
    const before = world.jobs.length
    const answers: HttpAnswer[] = []
    for (const address of addresses) answers.push(await post(path, { email }, { address }))
    return { mails: world.jobs.length - before, answers }
  }

  test('from one network does not use up the owner’s mail', async () => {
    const { post, email } = await createPerson()
    const { mails, answers } = await askAll(post, email, Array<string>(15).fill(stranger))
    expect([mails, new Set(answers.map(({ status, text }) => `${status} ${text}`))]).toEqual([
      2,
      new Set(['202 {"sent":true}']),
    ])
    expect((await askAll(post, email, [home])).mails).toBe(1)
    expect((await readMail()).outcome).toBe('sent')
  })

  test('from many networks fills no mailbox, and the owner’s mail still goes from a browser that is known', async () => {
    const { post, email, knownBrowser } = await createPerson()
    const known = await knownBrowser()
    const networks = Array.from({ length: 60 }, (_, index) => networkOf(index))
    expect((await askAll(post, email, networks)).mails).toBe(10)
    const asked = await post(path, { email }, { address: stranger, cookie: known })
    expect([asked.status, (await readMail()).outcome]).toEqual([202, 'sent'])
    expect((await askAll(post, email, [home])).mails).toBe(0)
  })

  test('at once causes no more than one after the other', async () => {
    const { post, email } = await createPerson()
    const before = world.jobs.length
    await Promise.all(Array.from({ length: 20 }, async () => await post(path, { email }, { address: stranger })))
    expect(world.jobs.length - before).toBe(2)
  })

  test('is told nothing: an unknown address is counted and answered alike', async () => {
    const { post, email } = await createPerson()
    const networks = Array.from({ length: 14 }, (_, index) => networkOf(index))
    const known = await askAll(post, email, networks)
    const unknown = await askAll(post, `nobody-${path.slice(1)}@shop.example`, networks)
    const shapeOf = ({ mails, answers }: typeof known) => [mails, answers.map(({ status, text }) => [status, text])]
    expect(shapeOf(unknown)).toEqual(shapeOf(known))
  })
})

test('bad mailed tokens close a network to bad ones only: the right link from it signs in and sets a password', async () => {
  const { post, email } = await createPerson()
  const from = { address: home }
  const asked = await post('/magic-link', { email }, from)
  const link = await readMail()
  await post('/password-reset', { email }, from)
  const reset = await readMail()
  const statuses: number[] = []
  for (let index = 0; index < 22; index += 1) {
    const token = index.toString().padStart(43, 'A')
    statuses.push((await post('/magic-link/consume', { token }, from)).status)
  }
  expect(statuses).toEqual([...Array<number>(20).fill(404), 429, 429])
  const cookie = headerOf(cookiesOf(asked))
  expect((await post('/magic-link/consume', { token: link.token }, { address: home, cookie })).status).toBe(200)
  const newPassword = 'a brand new password'
  expect((await post('/password-reset/complete', { token: reset.token, newPassword }, from)).status).toBe(200)
})
