import type { MemberRole } from '@afterword/auth/principal'
import { auditLog, authEvent, authSession, invitation, member } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { inviteMember } from '../invitation/invite-member.ts'
import { createMember, createReviewWorld, fingerprintTables, signInMember } from '../../testing/review-world.ts'
import { changeRole } from './change-role.ts'
import { listMembers } from './list-members.ts'
import { removeMember } from './remove-member.ts'

const { db } = await useTestDatabase({ maxConnections: 20 })
const world = createReviewWorld(db)

/** Somebody of a shop who has just signed in, and the calls they make. */
const join = async (shopId: string, role: MemberRole) => {
  const principal = { ...(await createMember(db, shopId, role)), isRecent: true }
  const ctx = world.contextOf(principal)
  return {
    ...principal,
    ctx,
    remove: async (userId: string) => await removeMember({ ctx, input: { userId } }),
    setRole: async (userId: string, to: MemberRole) => await changeRole({ ctx, input: { userId, role: to } }),
  }
}
const prepare = async () => {
  const shop = await createShop(db)
  return { shop, owner: await join(shop.id, 'owner'), other: await join(shop.id, 'owner') }
}
const rolesOf = async (shopId: string) =>
  Object.fromEntries(
    (await db.select().from(member).where(eq(member.shopId, shopId))).map(({ userId, role }) => [userId, role]),
  )
const lastAudit = async (shopId: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.shopId, shopId)).orderBy(desc(auditLog.id)).limit(1))[0]

describe('who may change the people of a shop', () => {
  test('only an owner of the same shop who proved lately who they are', async () => {
    const { shop, owner, other } = await prepare()
    const stranger = await join((await createShop(db)).id, 'owner')
    const before = await fingerprintTables(db, shop.id)
    for (const role of ['moderator', 'viewer'] as const) {
      const ctx = world.contextOf({ ...owner, role })
      await expect(removeMember({ ctx, input: other })).rejects.toMatchObject({ code: 'permission.denied' })
      await expect(changeRole({ ctx, input: other })).rejects.toMatchObject({ code: 'permission.denied' })
    }
    const stale = world.contextOf({ ...owner, isRecent: false })
    await expect(removeMember({ ctx: stale, input: other })).rejects.toMatchObject({ code: 'step_up.required' })
    await expect(changeRole({ ctx: stale, input: other })).rejects.toMatchObject({ code: 'step_up.required' })
    await expect(stranger.remove(other.userId)).rejects.toMatchObject({ code: 'member.not_found' })
    await expect(stranger.setRole(other.userId, 'viewer')).rejects.toMatchObject({ code: 'member.not_found' })
    expect(await fingerprintTables(db, shop.id)).toEqual(before)
  })

  test('somebody who was an owner when the call came in, and is none any more, changes nothing', async () => {
    const { shop, owner, other } = await prepare()
    await owner.setRole(other.userId, 'moderator')
    const before = await fingerprintTables(db, shop.id)
    await expect(other.remove(owner.userId)).rejects.toMatchObject({ code: 'permission.denied' })
    await expect(other.setRole(owner.userId, 'viewer')).rejects.toMatchObject({ code: 'permission.denied' })
    expect(await fingerprintTables(db, shop.id)).toEqual(before)
  })
})

describe('a shop keeps an owner', () => {
  test('the only owner can neither leave nor step down', async () => {
    const shop = await createShop(db)
    const owner = await join(shop.id, 'owner')
    await join(shop.id, 'moderator')
    await expect(owner.remove(owner.userId)).rejects.toMatchObject({ code: 'member.last_owner' })
    await expect(owner.setRole(owner.userId, 'viewer')).rejects.toMatchObject({ code: 'member.last_owner' })
    expect((await rolesOf(shop.id))[owner.userId]).toBe('owner')
  })

  test('an owner may leave when another one stays', async () => {
    const { shop, owner, other } = await prepare()
    await owner.remove(owner.userId)
    expect(await rolesOf(shop.id)).toEqual({ [other.userId]: 'owner' })
  })

  const clashes = {
    'two owners who remove each other': (one, two) => [() => one.remove(two.userId), () => two.remove(one.userId)],
    'two owners who both leave': (one, two) => [() => one.remove(one.userId), () => two.remove(two.userId)],
    'two owners who demote each other': (one, two) => [
      () => one.setRole(two.userId, 'viewer'),
      () => two.setRole(one.userId, 'viewer'),
    ],
    'one who leaves while the other steps down': (one, two) => [
      () => one.remove(one.userId),
      () => two.setRole(two.userId, 'moderator'),
    ],
  } satisfies Record<
    string,
    (one: Awaited<ReturnType<typeof join>>, two: Awaited<ReturnType<typeof join>>) => (() => Promise<unknown>)[]
  >
  test.each(Object.entries(clashes))('%s at once leave exactly one, in each of 50 rounds', async (_name, clash) => {
    for (let round = 0; round < 50; round += 1) {
      const { shop, owner, other } = await prepare()
      const ends = await Promise.allSettled(clash(owner, other).map(async (act) => await act()))
      expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const refused = ends.find((end) => end.status === 'rejected')?.reason
      expect(['member.last_owner', 'permission.denied']).toContain(refused.code)
      expect(Object.values(await rolesOf(shop.id)).filter((role) => role === 'owner')).toHaveLength(1)
    }
  })
})

describe('removing somebody', () => {
  test('ends their sessions for this shop, keeps those for others, and is written down', async () => {
    const { shop, owner } = await prepare()
    const elsewhere = await createShop(db)
    const person = await signInMember(world, shop.id, 'moderator')
    const { userId } = person.principal
    await db.insert(member).values({ shopId: elsewhere.id, userId, role: 'viewer' })
    const [session] = await db.select().from(authSession).where(eq(authSession.id, person.sessionId))
    if (session === undefined) throw new Error('no session')
    // The driver cannot write back the -infinity it read.
    const fresh = { ...session, rotatedAt: undefined }
    const kept = { ...fresh, id: randomUUID(), shopId: elsewhere.id }
    const other = { ...fresh, id: randomUUID() }
    await db.insert(authSession).values([kept, other])

    await owner.remove(userId)

    const sessions = await db.select().from(authSession).where(eq(authSession.userId, userId))
    const ended = sessions.filter(({ revokedAt }) => revokedAt !== null)
    expect(ended.map(({ id }) => id).toSorted()).toEqual([session.id, other.id].toSorted())
    expect(new Set(ended.map(({ revokeReason }) => revokeReason))).toEqual(new Set(['admin']))
    const events = await db
      .select()
      .from(authEvent)
      .where(and(eq(authEvent.type, 'session_ended'), inArray(authEvent.sessionId, [session.id, other.id])))
    expect(events).toHaveLength(2)
    expect(await rolesOf(elsewhere.id)).toEqual({ [userId]: 'viewer' })
    expect(await lastAudit(shop.id)).toMatchObject({
      action: 'member.remove',
      actorKind: 'member',
      actorId: owner.userId,
      subjectId: userId,
      details: { role: 'moderator', endedSessions: 2, revokedInvitations: 0 },
    })
    await expect(owner.remove(userId)).rejects.toMatchObject({ code: 'member.not_found' })
  })

  test('takes back the invitations they left behind', async () => {
    const { shop, owner, other } = await prepare()
    const { invitationId } = await inviteMember({
      ctx: other.ctx,
      input: { email: 'back@door.example', role: 'owner' },
    })
    const mine = await inviteMember({ ctx: owner.ctx, input: { email: 'new@shop.example', role: 'viewer' } })
    await owner.remove(other.userId)
    const open = (await listMembers({ ctx: owner.ctx })).invitations
    expect(open.map(({ id }) => id)).toEqual([mine.invitationId])
    const [row] = await db
      .select()
      .from(invitation)
      .where(and(eq(invitation.shopId, shop.id), eq(invitation.id, invitationId)))
    expect(row?.revokedAt).not.toBeNull()
  })
})

describe('changing a role', () => {
  test('is written down once, and giving the same role again is not', async () => {
    const { shop, owner } = await prepare()
    const person = await join(shop.id, 'viewer')
    await owner.setRole(person.userId, 'moderator')
    expect((await rolesOf(shop.id))[person.userId]).toBe('moderator')
    const written = await lastAudit(shop.id)
    expect(written).toMatchObject({
      action: 'member.change_role',
      actorId: owner.userId,
      subjectId: person.userId,
      details: { from: 'viewer', to: 'moderator', revokedInvitations: 0 },
    })
    await owner.setRole(person.userId, 'moderator')
    expect((await lastAudit(shop.id))?.id).toBe(written?.id)
  })

  test('of an owner to less takes back the invitations they sent', async () => {
    const { owner, other } = await prepare()
    await inviteMember({ ctx: other.ctx, input: { email: 'side@door.example', role: 'owner' } })
    await owner.setRole(other.userId, 'moderator')
    expect((await listMembers({ ctx: owner.ctx })).invitations).toEqual([])
  })
})

test('every member sees who belongs to the shop, and nobody of another', async () => {
  const { owner, other, shop } = await prepare()
  const viewer = await join(shop.id, 'viewer')
  await prepare()
  const list = await listMembers({ ctx: viewer.ctx })
  expect(list.members.map(({ userId, role, isYou }) => [userId, role, isYou])).toEqual([
    [owner.userId, 'owner', false],
    [other.userId, 'owner', false],
    [viewer.userId, 'viewer', true],
  ])
})
