import { hashPassword } from '@afterword/auth/password'
import type { MemberRole } from '@afterword/auth/principal'
import { auditLog, invitation, member, userAccount } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, asc, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listMembers } from '../member/list-members.ts'
import { letMailsAge } from '../../testing/let-mails-age.ts'
import { createRecordingMailer } from '../../testing/recording-mailer.ts'
import { createMember, createReviewWorld, fingerprintTables } from '../../testing/review-world.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { describeInvitation } from './describe-invitation.ts'
import { inviteMember } from './invite-member.ts'
import { invitationsPerDay } from './internal/require-allowance.ts'
import { resendInvitation } from './resend-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { sendInvitation } from './send-invitation.ts'

const { db } = await useTestDatabase({ maxConnections: 20 })
const password = 'a password long enough'

const prepare = async () => {
  const world = createReviewWorld(db)
  const shop = await createShop(db, { name: 'Hearth & Wool' })
  const owner = { ...(await createMember(db, shop.id, 'owner')), isRecent: true }
  const ctx = world.contextOf(owner)
  const recorder = createRecordingMailer()
  const email = `${randomUUID()}@new.example`
  const system = world.contextOf({ kind: 'system' })
  const invite = async (role: MemberRole = 'moderator', to = email) =>
    (await inviteMember({ ctx, input: { email: to, role } })).invitationId
  const send = async (invitationId: string) =>
    await sendInvitation({
      ctx: system,
      input: { shopId: shop.id, invitationId, mailKey: 'job1' },
      mailer: recorder.mailer,
    })
  /** The token in the newest mail. */
  const token = (): string => {
    const mail = recorder.mails.at(-1)
    if (mail?.kind !== 'invitation') throw new Error('no invitation was sent')
    return mail.acceptUrl.split('/').at(-1) ?? ''
  }
  const accept = async (input: Partial<Parameters<typeof acceptInvitation>[0]['input']> = {}) =>
    await acceptInvitation({
      deps: world.deps,
      input: { token: token(), name: 'Noa Lind', password, origin: { ipPrefix: null, uaFamily: null }, ...input },
    })
  const read = async (invitationId: string) =>
    (
      await db
        .select()
        .from(invitation)
        .where(and(eq(invitation.shopId, shop.id), eq(invitation.id, invitationId)))
    )[0]
  return { world, shop, owner, ctx, recorder, email, invite, send, token, accept, read }
}
const createAccount = async (email: string, values: Partial<typeof userAccount.$inferInsert> = {}) => {
  const [account] = await db
    .insert(userAccount)
    .values({ email, name: 'Known', passwordHash: await hashPassword(password), ...values })
    .returning()
  if (account === undefined) throw new Error('no account')
  return account
}
const roleOf = async (shopId: string, userId: string) =>
  (
    await db
      .select()
      .from(member)
      .where(and(eq(member.shopId, shopId), eq(member.userId, userId)))
  )[0]?.role
const isOpenFor = async (token: string) => (await describeInvitation(db, { token, signedInUserId: null })) !== null

describe('an owner who invites or sends again', () => {
  const countMails = (world: { jobs: readonly { name: string }[] }): number =>
    world.jobs.filter(({ name }) => name === 'send-invitation').length

  test('every ten minutes for seven hours causes four mails, also by taking back and inviting again', async () => {
    const { world, ctx, email, invite } = await prepare()
    for (let turn = 0; turn < 42; turn += 1) {
      const invitationId = await invite('viewer', turn % 3 === 0 ? email.toUpperCase() : email)
      if (turn % 2 === 0) await revokeInvitation({ ctx, input: { invitationId } })
      else await resendInvitation({ ctx, input: { invitationId } })
      await letMailsAge(db, '10 minutes')
      // Its own limit is counted elsewhere.
      await db.delete(auditLog)
    }
    expect(countMails(world)).toBe(4)
  })

  test('at twelve shops causes ten mails a day', async () => {
    const email = `${randomUUID()}@new.example`
    const worlds = []
    for (let turn = 0; turn < 12; turn += 1) {
      const { world, invite } = await prepare()
      await invite('viewer', email)
      worlds.push(world)
    }
    expect(worlds.map(countMails)).toEqual([...Array<number>(10).fill(1), 0, 0])
  })

  test('leaves the link of the last mail good when no further one goes', async () => {
    const { world, ctx, invite, send, token } = await prepare()
    const invitationId = await invite()
    await send(invitationId)
    await resendInvitation({ ctx, input: { invitationId } })
    expect(countMails(world)).toBe(1)
    expect(await isOpenFor(token())).toBe(true)
  })
})

describe('inviting', () => {
  test('stores the invitation, its audit row and its mail job together; the job holds no address', async () => {
    const { world, shop, owner, invite, email, read } = await prepare()
    const id = await invite('viewer')
    expect(await read(id)).toMatchObject({ email, role: 'viewer', invitedBy: owner.userId, tokenHash: null })
    expect(world.jobs.map(({ name, data }) => [name, data])).toEqual([
      ['send-invitation', { shopId: shop.id, invitationId: id }],
    ])
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, id))
    expect(rows).toMatchObject([{ action: 'invitation.create', actorId: owner.userId, details: { role: 'viewer' } }])
    expect(JSON.stringify([world.jobs, rows])).not.toContain('@')
  })

  test('the same address again, in any case, keeps one invitation, with the new role', async () => {
    const { ctx, invite, email, read } = await prepare()
    const id = await invite('viewer')
    expect(await inviteMember({ ctx, input: { email: email.toUpperCase(), role: 'owner' } })).toEqual({
      invitationId: id,
      sent: 'again',
    })
    expect(await read(id)).toMatchObject({ role: 'owner' })
  })

  test('ten at once for one address make one invitation', async () => {
    const { ctx, invite } = await prepare()
    const ids = await Promise.all(Array.from({ length: 10 }, async () => await invite()))
    expect(new Set(ids).size).toBe(1)
    expect((await listMembers({ ctx })).invitations).toHaveLength(1)
  })

  test('a member cannot be invited', async () => {
    const { shop, invite, world } = await prepare()
    const known = await createMember(db, shop.id, 'viewer')
    const [account] = await db.select().from(userAccount).where(eq(userAccount.id, known.userId))
    const jobsBefore = world.jobs.length
    await expect(invite('owner', account?.email.toUpperCase())).rejects.toMatchObject({ code: 'member.exists' })
    expect(world.jobs).toHaveLength(jobsBefore)
  })

  test('a shop sends so many a day and not one more, also when they are asked for at once', async () => {
    const { shop, ctx, invite } = await prepare()
    const ids = await Promise.all(
      Array.from(
        { length: invitationsPerDay - 2 },
        async (_, index) => await invite('viewer', `p${index}@new.example`),
      ),
    )
    const more = Array.from({ length: 5 }, async (_, index) =>
      index === 0
        ? await resendInvitation({ ctx, input: { invitationId: ids[0] ?? '' } })
        : await invite('viewer', `q${index}@new.example`),
    )
    const ends = await Promise.allSettled(more)
    const refused = ends.filter((end) => end.status === 'rejected')
    expect(refused).toHaveLength(3)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'invitation.limit_reached' })
    // A day later there is room again.
    await db
      .update(auditLog)
      .set({ id: sql`uuidv7(interval '-1 day -1 minute')` })
      .where(eq(auditLog.shopId, shop.id))
    await expect(invite('viewer', 'tomorrow@new.example')).resolves.toBeDefined()
  })

  test('only an owner who proved lately who they are may invite, send again or take back', async () => {
    const { world, shop, owner, invite } = await prepare()
    const invitationId = await invite()
    const foreign = { ...(await createMember(db, (await createShop(db)).id, 'owner')), isRecent: true }
    const before = await fingerprintTables(db, shop.id)
    const acts = [
      async (ctx: typeof stale) => await inviteMember({ ctx, input: { email: 'x@new.example', role: 'owner' } }),
      async (ctx: typeof stale) => await resendInvitation({ ctx, input: { invitationId } }),
      async (ctx: typeof stale) => await revokeInvitation({ ctx, input: { invitationId } }),
    ]
    const stale = world.contextOf({ ...owner, isRecent: false })
    for (const act of acts) {
      await expect(act(stale)).rejects.toMatchObject({ code: 'step_up.required' })
      await expect(act(world.contextOf({ ...owner, role: 'moderator' }))).rejects.toMatchObject({
        code: 'permission.denied',
      })
    }
    for (const act of acts.slice(1)) {
      await expect(act(world.contextOf(foreign))).rejects.toMatchObject({ code: 'invitation.not_found' })
    }
    expect(await fingerprintTables(db, shop.id)).toEqual(before)
  })
})

describe('the mail', () => {
  test('holds the only copy of the link; what is stored opens nothing', async () => {
    const { invite, send, recorder, read, email, token, shop, owner } = await prepare()
    const id = await invite('viewer')
    expect(await send(id)).toBe('sent')
    expect(recorder.mails).toMatchObject([
      {
        kind: 'invitation',
        to: email,
        role: 'viewer',
        inviterName: 'The owner',
        messageId: '<inv_job1@reviews.example>',
      },
    ])
    const stored = JSON.stringify([
      await read(id),
      await db.select().from(auditLog).where(eq(auditLog.shopId, shop.id)),
    ])
    expect(stored).not.toContain(token())
    expect(await describeInvitation(db, { token: token(), signedInUserId: owner.userId })).toEqual({
      shopName: 'Hearth & Wool',
      email,
      role: 'viewer',
      hasAccount: false,
      hasPassword: false,
      isYours: false,
    })
  })

  test('of a further try has a new link, and the one before works no more', async () => {
    const { invite, send, recorder, token } = await prepare()
    const id = await invite()
    await send(id)
    const first = token()
    recorder.failWith('mail.unavailable')
    await expect(send(id)).rejects.toMatchObject({ code: 'mail.unavailable' })
    recorder.failWith(null)
    await send(id)
    expect(token()).not.toBe(first)
    expect(await isOpenFor(first)).toBe(false)
    expect(await isOpenFor(token())).toBe(true)
  })

  test('is not sent for an invitation that was taken back, accepted or is past its end', async () => {
    const { invite, send, accept, ctx, recorder } = await prepare()
    const revoked = await invite('viewer', 'a@new.example')
    await revokeInvitation({ ctx, input: { invitationId: revoked } })
    const expired = await invite('viewer', 'b@new.example')
    await db
      .update(invitation)
      .set({ expiresAt: sql`now()` })
      .where(eq(invitation.id, expired))
    const accepted = await invite('viewer')
    await send(accepted)
    await accept()
    for (const id of [revoked, expired, accepted]) expect(await send(id)).toBe('nothing_to_send')
    expect(recorder.mails).toHaveLength(1)
    // Sending an expired one again opens it again.
    await resendInvitation({ ctx, input: { invitationId: expired } })
    expect(await send(expired)).toBe('sent')
    for (const id of [revoked, accepted]) {
      const again = resendInvitation({ ctx, input: { invitationId: id } })
      await expect(again).rejects.toMatchObject({ code: 'invitation.not_found' })
    }
  })
})

describe('accepting', () => {
  test('makes an account that can sign in, with the role, and uses the link up', async () => {
    const { shop, invite, send, accept, email, token } = await prepare()
    const id = await invite('moderator')
    await send(id)
    const joined = await accept({ requestId: 'request-1' })
    expect(joined.shopId).toBe(shop.id)
    expect(await roleOf(shop.id, joined.userId)).toBe('moderator')
    const [account] = await db.select().from(userAccount).where(eq(userAccount.id, joined.userId))
    expect(account).toMatchObject({ email, name: 'Noa Lind', isOperator: false })
    expect(account?.passwordHash).toMatch(/^\$argon2id\$/)
    expect(await isOpenFor(token())).toBe(false)
    await expect(accept()).rejects.toMatchObject({ code: 'invitation.not_found' })
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(asc(auditLog.id))
    expect(rows.at(-1)).toMatchObject({
      action: 'invitation.accept',
      actorId: joined.userId,
      requestId: 'request-1',
      details: { role: 'moderator', isNewAccount: true },
    })
  })

  test('asks a new account for a name and twelve characters, and keeps the link usable', async () => {
    const { invite, send, accept, token } = await prepare()
    await send(await invite())
    await expect(accept({ password: 'eleven char' })).rejects.toMatchObject({
      code: 'password.too_short',
      details: { fields: { password: 'password.too_short' } },
    })
    await expect(accept({ name: '  ' })).rejects.toMatchObject({ code: 'input.invalid' })
    expect(await isOpenFor(token())).toBe(true)
  })

  test('of two at once exactly one joins, in each of 20 rounds', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { shop, invite, send, accept, email } = await prepare()
      await send(await invite())
      const account = round % 2 === 0 ? null : await createAccount(email, { passwordHash: null })
      const proof = account === null ? {} : { signedInUserId: account.id }
      const ends = await Promise.allSettled([accept(proof), accept(proof)])
      expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const refused = ends.find((end) => end.status === 'rejected')?.reason
      expect(refused).toMatchObject({ code: 'invitation.not_found' })
      expect(await db.select().from(member).where(eq(member.shopId, shop.id))).toHaveLength(2)
      expect(await db.select().from(userAccount).where(eq(userAccount.email, email))).toHaveLength(1)
    }
  })

  test('two shops that invite one new person at once make one account; the other asks for its proof', async () => {
    const one = await prepare()
    const two = await prepare()
    await one.send(await one.invite('viewer', one.email))
    await two.send(await two.invite('owner', one.email))
    const ends = await Promise.allSettled([one.accept(), two.accept({ password: 'another long password' })])
    expect(await db.select().from(userAccount).where(eq(userAccount.email, one.email))).toHaveLength(1)
    const refused = ends.find((end) => end.status === 'rejected')?.reason
    expect(refused).toMatchObject({ code: 'sign_in.refused' })
  })

  test('a known account must be proved: by its password or by being signed in as it', async () => {
    const { shop, invite, send, accept, email, owner, token } = await prepare()
    const account = await createAccount(email)
    await send(await invite('viewer'))
    for (const proof of [{ password: 'a wrong password' }, { password: undefined }, { password: '' }]) {
      await expect(accept({ ...proof, signedInUserId: owner.userId })).rejects.toMatchObject({
        code: 'sign_in.refused',
      })
    }
    const card = await describeInvitation(db, { token: token(), signedInUserId: account.id })
    expect(card).toMatchObject({ hasAccount: true, hasPassword: true, isYours: true })
    expect(await accept({ password })).toEqual({ userId: account.id, shopId: shop.id, provedBy: 'password' })
    expect(await roleOf(shop.id, account.id)).toBe('viewer')

    const next = await prepare()
    await next.send(await next.invite('owner', email))
    expect(await next.accept({ password: undefined, signedInUserId: account.id })).toEqual({
      userId: account.id,
      shopId: next.shop.id,
      provedBy: 'session',
    })
    const [after] = await db.select().from(userAccount).where(eq(userAccount.id, account.id))
    expect(after).toEqual(account)
  })

  test('is refused to a disabled account and to an operator', async () => {
    for (const values of [{ disabledAt: new Date() }, { isOperator: true }]) {
      const { invite, send, accept, email, token } = await prepare()
      await createAccount(email, values)
      await send(await invite())
      await expect(accept()).rejects.toMatchObject({ code: 'sign_in.refused' })
      expect(await isOpenFor(token())).toBe(true)
    }
  })

  test('a link that was taken back, changed or belongs to another shop opens nothing', async () => {
    const { invite, send, accept, ctx, token } = await prepare()
    const id = await invite()
    await send(id)
    const good = token()
    const otherShop = Buffer.from(good, 'base64url')
    otherShop[3] = (otherShop[3] ?? 0) ^ 1
    for (const wrong of ['', 'x', '\0', good.slice(1), `${good.slice(0, -1)}-`, otherShop.toString('base64url')]) {
      await expect(accept({ token: wrong })).rejects.toMatchObject({ code: 'invitation.not_found' })
    }
    await revokeInvitation({ ctx, input: { invitationId: id } })
    await expect(accept({ token: good })).rejects.toMatchObject({ code: 'invitation.not_found' })
  })

  test('while it is taken back: either it was accepted or it is gone, never both', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { shop, invite, send, accept, ctx, email } = await prepare()
      const account = await createAccount(email, { passwordHash: null })
      const invitationId = await invite()
      await send(invitationId)
      const [joined, revoked] = await Promise.allSettled([
        accept({ signedInUserId: account.id }),
        revokeInvitation({ ctx, input: { invitationId } }),
      ])
      expect(joined.status).not.toBe(revoked.status)
      expect((await roleOf(shop.id, account.id)) !== undefined).toBe(joined.status === 'fulfilled')
    }
  })
})
