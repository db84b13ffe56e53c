import type { ErrorCode } from '@afterword/errors'
import { signOut } from '@afterword/auth/sign-out'
import { createInvitation, createReview, useTestDatabase } from '@afterword/services/testing/database'
import {
  backdateSignIn,
  createMember,
  createReviewShop,
  createReviewWorld,
  fingerprintTables,
  signInMember,
  signInOperator,
} from '@afterword/services/testing/review-world'
import { loadPlan } from '@afterword/services/operations/schedule/plan'
import { getWidget } from '@afterword/services/storefront/widget/get-widget'
import { encodeId } from '@afterword/validation/primitives/ids'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type AppRouter, appRouter } from './root.ts'

const { db } = await useTestDatabase()
const world = createReviewWorld(db)
const { auth } = world

/** `admin.review.list` and so on, from the router's type. */
type PathsOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends { _def: unknown } ? Key : `${Key}.${PathsOf<Tree[Key]>}`
}[keyof Tree & string]
type ProcedurePath = PathsOf<AppRouter['_def']['record']>

/** Text that stands in shop A's rows and nowhere else. */
const mark = 'Said only in shop A'
const a = await createReviewShop(db, { name: `${mark} (name)` })
const b = await createReviewShop(db)

const reviewOfA = async () =>
  encodeId('review', (await createReview(db, { shopId: a.shop.id, productId: a.product.id, title: mark })).id)

type Expected = ErrorCode | 'ok'

const memberOfA = async () => encodeId('user', (await createMember(db, a.shop.id, 'viewer')).userId)
const invitationOfA = async () =>
  encodeId('invitation', (await createInvitation(db, { shopId: a.shop.id, invitedBy: owner.principal.userId })).id)

interface GuardedRow {
  readonly input: () => Promise<unknown>
  /** What members of shop A are told. */
  readonly viewer: Expected
  readonly moderator: Expected
  readonly owner: Expected
  readonly operator: Expected
  /** What the owner is told who proved last a while ago who they are; as the owner when left out. */
  readonly staleOwner?: Expected
  /** What the owner of shop B is told who sends the same input. */
  readonly foreign: Expected
}

const nothing = async (): Promise<undefined> => await Promise.resolve(undefined)
const readable = { viewer: 'ok', moderator: 'ok', owner: 'ok', operator: 'permission.denied', foreign: 'ok' } as const
const moderated = { ...readable, viewer: 'permission.denied', foreign: 'review.not_found' } as const
const operated = {
  viewer: 'permission.denied',
  moderator: 'permission.denied',
  owner: 'permission.denied',
  foreign: 'permission.denied',
  operator: 'ok',
} as const
const noIncident = async () => await Promise.resolve({ incidentId: encodeId('incident', crypto.randomUUID()) })
/** For owners, and only for those who proved lately who they are. */
const guardedWrite = {
  viewer: 'permission.denied',
  moderator: 'permission.denied',
  owner: 'ok',
  staleOwner: 'step_up.required',
  operator: 'permission.denied',
} as const
const scheduleWindow = { startMinute: 30, lengthMinutes: 120, timeZone: 'Europe/Berlin' }
const settings = {
  schemaVersion: 1,
  accentColor: '#123456',
  pageSize: 7,
  priceLine: { mode: 'fixed', compareAtMinor: 0 },
}

/** One row per procedure: a new one does not compile, and fails below, until it says who may call it. */
const rows: Record<ProcedurePath, GuardedRow | 'public'> = {
  'customer.reviewRequest.get': 'public',
  'customer.review.submit': 'public',
  'customer.review.edit': 'public',
  'customer.review.status': 'public',
  'customer.draft.save': 'public',
  'customer.reviewLink.request': 'public',
  'customer.shop.get': 'public',
  'customer.subscription.get': 'public',
  'admin.account.get': { ...readable, operator: 'ok', input: nothing },
  'admin.account.sessions': { ...readable, operator: 'ok', input: nothing },
  'admin.account.endSession': {
    viewer: 'session.not_found',
    moderator: 'session.not_found',
    owner: 'session.not_found',
    operator: 'session.not_found',
    foreign: 'session.not_found',
    input: async () => ({ sessionId: encodeId('session', (await signInMember(world, a.shop.id, 'owner')).sessionId) }),
  },
  'admin.account.endOtherSessions': { ...readable, operator: 'ok', input: nothing },
  'admin.session.get': { ...readable, input: nothing },
  'admin.review.list': { ...readable, input: async () => await Promise.resolve({}) },
  'admin.review.counts': { ...readable, input: nothing },
  'admin.review.get': {
    ...readable,
    foreign: 'review.not_found',
    input: async () => ({ reviewId: await reviewOfA() }),
  },
  'admin.review.publish': { ...moderated, input: async () => ({ reviewId: await reviewOfA(), version: 1 }) },
  'admin.review.reject': {
    ...moderated,
    input: async () => ({ reviewId: await reviewOfA(), version: 1, reason: 'spam' }),
  },
  'admin.review.undo': {
    ...moderated,
    // Nothing has been done to it yet: anyone who may ask learns that, nobody else does.
    moderator: 'review.state_changed',
    owner: 'review.state_changed',
    input: async () => ({ reviewId: await reviewOfA(), version: 1 }),
  },
  'admin.review.reply': { ...moderated, input: async () => ({ reviewId: await reviewOfA(), body: 'Thank you.' }) },
  'admin.review.removeReply': { ...moderated, input: async () => ({ reviewId: await reviewOfA() }) },
  'admin.reviewRequest.list': { ...readable, input: async () => await Promise.resolve({}) },
  'admin.product.list': { ...readable, input: nothing },
  'admin.widget.get': { ...readable, input: nothing },
  'admin.widget.save': {
    ...readable,
    viewer: 'permission.denied',
    moderator: 'permission.denied',
    input: async () => ({
      settings,
      baseVersion: (await getWidget({ ctx: world.contextOf(owner.principal) })).version,
    }),
  },
  'admin.member.list': { ...readable, input: nothing },
  'admin.member.invite': {
    ...guardedWrite,
    foreign: 'ok',
    input: async () => await Promise.resolve({ email: `${randomUUID()}@invited.example`, role: 'viewer' }),
  },
  'admin.member.resendInvitation': {
    ...guardedWrite,
    foreign: 'invitation.not_found',
    input: async () => ({ invitationId: await invitationOfA() }),
  },
  'admin.member.revokeInvitation': {
    ...guardedWrite,
    foreign: 'invitation.not_found',
    input: async () => ({ invitationId: await invitationOfA() }),
  },
  'admin.member.changeRole': {
    ...guardedWrite,
    foreign: 'member.not_found',
    input: async () => ({ userId: await memberOfA(), role: 'moderator' }),
  },
  'admin.member.remove': {
    ...guardedWrite,
    foreign: 'member.not_found',
    input: async () => ({ userId: await memberOfA() }),
  },
  'admin.shop.replaceWebhookSecret': { ...guardedWrite, foreign: 'ok', input: nothing },
  'admin.audit.list': {
    ...readable,
    viewer: 'permission.denied',
    moderator: 'permission.denied',
    input: async () => await Promise.resolve({}),
  },
  'admin.shop.settings': { ...readable, input: nothing },
  'admin.shop.readBrand': {
    viewer: 'permission.denied',
    moderator: 'permission.denied',
    owner: 'website.not_public',
    operator: 'permission.denied',
    foreign: 'website.not_public',
    input: async () => await Promise.resolve({ websiteUrl: 'https://shop.internal' }),
  },
  'admin.shop.changeSettings': {
    ...readable,
    viewer: 'permission.denied',
    moderator: 'permission.denied',
    input: async () => await Promise.resolve({ name: 'Maru Ceramics' }),
  },
  'admin.shop.setWebhookSecret': {
    ...guardedWrite,
    foreign: 'ok',
    input: async () => await Promise.resolve({ webhookSecret: 'the-platforms-own-secret' }),
  },
  'admin.delivery.overview': { ...readable, input: nothing },
  'admin.delivery.resend': {
    ...moderated,
    foreign: 'review_request.not_found',
    input: async () => await Promise.resolve({ reviewRequestId: encodeId('reviewRequest', a.reviewRequest.id) }),
  },
  'operator.incident.list': { ...operated, input: async () => await Promise.resolve({}) },
  'operator.incident.get': { ...operated, operator: 'incident.not_found', input: noIncident },
  'operator.incident.attempts': { ...operated, input: async () => await Promise.resolve({}) },
  'operator.incident.logUsage': { ...operated, input: nothing },
  'operator.incident.mute': { ...operated, operator: 'incident.not_found', input: noIncident },
  'operator.incident.resolve': { ...operated, operator: 'incident.not_found', input: noIncident },
  'operator.incident.reopen': { ...operated, operator: 'incident.not_found', input: noIncident },
  'operator.schedule.get': { ...operated, input: nothing },
  'operator.schedule.preview': { ...operated, input: async () => await Promise.resolve(scheduleWindow) },
  'operator.schedule.save': {
    ...operated,
    input: async () => ({ window: scheduleWindow, baseVersion: (await loadPlan(db))[0].version }),
  },
  'operator.webhookDelivery.list': { ...operated, input: async () => await Promise.resolve({}) },
}

interface Answer {
  readonly status: number
  readonly code: Expected
  readonly text: string
}

// oxlint-disable-next-line no-underscore-dangle -- tRPC's only way to enumerate a router
const procedures: ReadonlyMap<string, unknown> = new Map(Object.entries(appRouter._def.procedures))
const kindOf = (path: string): unknown => {
  const definition: unknown = Reflect.get(Object(procedures.get(path)), '_def')
  return Reflect.get(Object(definition), 'type')
}

/** One call as HTTP carries it. */
const call = async (path: string, input: unknown, accessToken?: string): Promise<Answer> => {
  const isQuery = kindOf(path) === 'query'
  const query = isQuery && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''
  const request = new Request(`https://reviews.example/api/trpc/${path}${query}`, {
    method: isQuery ? 'GET' : 'POST',
    ...(isQuery ? {} : { body: JSON.stringify(input ?? {}), headers: { 'content-type': 'application/json' } }),
  })
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => ({
      deps: world.deps,
      auth,
      accessToken,
      requestId: 'test-request',
      origin: { ipPrefix: null, uaFamily: null },
    }),
  })
  const text = await response.text()
  const body = JSON.parse(text) as { error?: { data: { code: ErrorCode } } }
  return { status: response.status, code: body.error?.data.code ?? 'ok', text }
}

const viewer = await signInMember(world, a.shop.id, 'viewer')
const moderator = await signInMember(world, a.shop.id, 'moderator')
const owner = await signInMember(world, a.shop.id, 'owner')
const foreignOwner = await signInMember(world, b.shop.id, 'owner')
const operator = await signInOperator(world)
const staleOwner = await signInMember(world, a.shop.id, 'owner')
await backdateSignIn(db, staleOwner.sessionId)
const signedOut = await signInMember(world, a.shop.id, 'owner')
await signOut(auth, signedOut.refreshToken, { ipPrefix: null, uaFamily: null })
const claims = {
  userId: owner.principal.userId,
  sessionId: owner.sessionId,
  gen: 0,
  kind: 'member',
  shopId: a.shop.id,
  role: 'owner',
  authTime: new Date(),
  amr: ['pwd'],
} as const
const longAgo = new Date(Date.now() - 3_600_000)
const expired = (await auth.accessTokens.sign(claims, longAgo)).token
const forged = `${owner.accessToken.slice(0, -8)}AAAAAAAA`

const guarded = Object.entries(rows).flatMap(([path, row]) => (row === 'public' ? [] : [{ path, row }]))

test('the table names every procedure of the router and no other', () => {
  expect(Object.keys(rows).toSorted()).toEqual([...procedures.keys()].toSorted())
})

test('only procedures for customers are public', () => {
  for (const [path, row] of Object.entries(rows)) {
    expect(row === 'public', path).toBe(path.startsWith('customer.'))
  }
})

describe.each(guarded)('$path', ({ path, row }) => {
  test('asks for an access token before it looks at the input', async () => {
    for (const input of [await row.input(), { nonsense: true }, 'x', null]) {
      expect(await call(path, input)).toMatchObject({ status: 401, code: 'access_token.missing' })
    }
  })

  test('refuses a wrong and an expired access token with codes of their own', async () => {
    const input = await row.input()
    for (const token of ['x', 'Bearer x', forged, owner.refreshToken, `${owner.accessToken}.x`]) {
      expect(await call(path, input, token)).toMatchObject({ status: 401, code: 'access_token.invalid' })
    }
    expect(await call(path, input, expired)).toMatchObject({ status: 401, code: 'access_token.expired' })
  })

  test('shows the owner of another shop nothing of this one and lets them change nothing', async () => {
    const input = await row.input()
    const before = await fingerprintTables(db, a.shop.id)
    const answer = await call(path, input, foreignOwner.accessToken)
    expect(answer.code).toBe(row.foreign)
    for (const secret of [mark, a.shop.id, a.shop.accessCode, encodeId('product', a.product.id), a.customer.email]) {
      expect(answer.text).not.toContain(secret)
    }
    expect(await fingerprintTables(db, a.shop.id)).toEqual(before)
  })

  test.each([
    ['viewer', viewer],
    ['moderator', moderator],
    ['owner', owner],
    ['operator', operator],
  ] as const)('answers a %s as the table says', async (role, { accessToken }) => {
    expect((await call(path, await row.input(), accessToken)).code).toBe(row[role])
  })

  test('asks an owner who proved a while ago who they are as the table says', async () => {
    const answer = await call(path, await row.input(), staleOwner.accessToken)
    expect(answer.code).toBe(row.staleOwner ?? row.owner)
  })

  test('somebody who signed out reads until their access token ends, and writes nothing', async () => {
    const input = await row.input()
    const before = await fingerprintTables(db, a.shop.id)
    const expected = kindOf(path) === 'query' ? row.owner : 'session.ended'
    expect((await call(path, input, signedOut.accessToken)).code).toBe(expected)
    expect(await fingerprintTables(db, a.shop.id)).toEqual(before)
  })
})

describe('what an owner changes about somebody counts at their next write, whatever their access token says', () => {
  const publish = async (accessToken: string) =>
    (await call('admin.review.publish', { reviewId: await reviewOfA(), version: 1 }, accessToken)).code

  test('a new role', async () => {
    const person = await signInMember(world, a.shop.id, 'moderator')
    const userId = encodeId('user', person.principal.userId)
    expect(await publish(person.accessToken)).toBe('ok')
    expect((await call('admin.member.changeRole', { userId, role: 'viewer' }, owner.accessToken)).code).toBe('ok')
    expect(await publish(person.accessToken)).toBe('permission.denied')
    await call('admin.member.changeRole', { userId, role: 'owner' }, owner.accessToken)
    expect(await publish(person.accessToken)).toBe('ok')
  })

  test('their removal', async () => {
    const person = await signInMember(world, a.shop.id, 'moderator')
    const userId = encodeId('user', person.principal.userId)
    expect((await call('admin.member.remove', { userId }, owner.accessToken)).code).toBe('ok')
    expect(await publish(person.accessToken)).toBe('session.ended')
  })
})

test('an operator who sends what is no window is told which part of it is wrong', async () => {
  for (const [part, code] of [
    [{ startMinute: 1_440 }, 'schedule.start_invalid'],
    [{ lengthMinutes: 10 }, 'schedule.length_invalid'],
    [{ timeZone: 'Europe/Atlantis' }, 'schedule.time_zone_invalid'],
  ] as const) {
    const window = { ...scheduleWindow, ...part }
    const saved = await call('operator.schedule.save', { window, baseVersion: 0 }, operator.accessToken)
    expect(saved).toMatchObject({ status: 400, code })
    expect((await call('operator.schedule.preview', window, operator.accessToken)).code).toBe(code)
  }
})

describe("a customer's link", () => {
  const content = { rating: 5, body: 'Soft.', submissionId: crypto.randomUUID() }

  test('reaches no line item of another shop, and changes nothing there', async () => {
    const before = await fingerprintTables(db, a.shop.id)
    const draft = { title: '', authorName: '', baseVersion: 0 }
    const input = { ...content, ...draft, code: b.code, lineItemId: encodeId('lineItem', a.lineItem.id) }
    for (const path of ['customer.review.submit', 'customer.review.edit', 'customer.draft.save']) {
      expect(await call(path, input)).toMatchObject({ status: 404, code: 'line_item.not_found' })
    }
    expect(await fingerprintTables(db, a.shop.id)).toEqual(before)
  })

  test("does not tell of another order's submission", async () => {
    const mine = { ...content, code: a.code, lineItemId: encodeId('lineItem', a.lineItem.id) }
    expect((await call('customer.review.submit', mine)).code).toBe('ok')
    const answer = await call('customer.review.status', { code: b.code, submissionId: content.submissionId })
    expect(JSON.parse(answer.text)).toMatchObject({ result: { data: { state: 'absent', review: null } } })
  })

  test.each(['customer.reviewRequest.get', 'customer.review.status', 'customer.subscription.get'])(
    '%s answers every code that is not one with the same 404',
    async (path) => {
      const changed = `${a.code.slice(0, -1)}${a.code.endsWith('A') ? 'B' : 'A'}`
      for (const code of ['', 'x', '\0', changed, a.code.toLowerCase(), '../..', 'e'.repeat(200), '\uD800']) {
        const answer = await call(path, { code, submissionId: content.submissionId })
        expect(answer, JSON.stringify(code)).toMatchObject({ status: 404, code: 'review_link.not_found' })
      }
    },
  )
})
