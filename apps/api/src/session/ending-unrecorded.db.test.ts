import { openDatabase } from '@afterword/db/connection/client'
import { auditLog, authEvent, invitation, member } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createMember, createReviewWorld } from '@afterword/services/testing/review-world'
import { inviteMember } from '@afterword/services/people/invitation/invite-member'
import { revokeInvitation } from '@afterword/services/people/invitation/revoke-invitation'
import { removeMember } from '@afterword/services/people/member/remove-member'
import { queueNotices } from '@afterword/services/operations/sweep/queue-notices'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { startTwoApis } from '../testing/api-process.ts'
import { createSessionWorld } from '../testing/session-world.ts'

const { db, url } = await useTestDatabase()
const [a, b] = await startTwoApis(url)
const holder = openDatabase({ url, maxConnections: 1 })
afterAll(async () => await Promise.all([a.stop(), b.stop(), holder.close()]))
const { shop, signIn, refresh, signOut, write, letPass, stateOf, eventsOf } = await createSessionWorld(db)

const fail = sql`
  create or replace function fail_full() returns trigger language plpgsql as
  $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`
const repairs: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const repair of repairs.splice(0)) await repair()
})

/** Ways in which a log cannot be written; each is mended after its test. */
const takeAway = {
  'is away': async (table: string) => {
    await db.execute(sql.raw(`alter table ${table} rename to ${table}_away`))
    repairs.push(async () => await db.execute(sql.raw(`alter table ${table}_away rename to ${table}`)))
  },
  'has no room left on its disk': async (table: string) => {
    await db.execute(fail)
    await db.execute(sql.raw(`create trigger full_disk before insert on ${table} execute function fail_full()`))
    repairs.push(async () => await db.execute(sql.raw(`drop trigger full_disk on ${table}`)))
  },
  'is locked by somebody': async (table: string) => {
    const { promise: isReleased, resolve: release } = Promise.withResolvers<void>()
    const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>()
    const transaction = holder.db.transaction(async (tx) => {
      await tx.execute(sql.raw(`lock table ${table} in access exclusive mode`))
      hold()
      await isReleased
    })
    await isHeld
    repairs.push(async () => {
      release()
      await transaction
    })
  },
} as const

/** Connections that wait to write an event. */
const eventsWaiting = async (): Promise<number> => {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%into auth_event%'`)
  return row?.n ?? -1
}

const waysOf = Object.entries(takeAway)
/** Fifty where each is quick; a locked table keeps each waiting for three seconds. */
const roundsOf = (way: string): number => (way.includes('locked') ? 8 : 50)

/** A session whose first token was copied: replaced, its successor used, a minute gone by. */
const prepareReuse = async () => {
  const { sessionId, refreshToken, userId } = await signIn()
  const next = await refresh(a, refreshToken)
  expect(await write(a, next.accessToken)).toEqual([404, 'review.not_found'])
  await letPass(sessionId, '61 seconds')
  return { sessionId, userId, refreshToken, next }
}

test('a tab that comes a moment late to a renewal waits for no record, however long the log is locked', async () => {
  const { sessionId, refreshToken } = await signIn()
  const first = await refresh(a, refreshToken)
  await takeAway['is locked by somebody']('auth_event')
  const late = await Promise.all(Array.from({ length: 30 }, async () => await refresh(a, refreshToken)))
  expect(new Set(late.map((outcome) => outcome.refreshToken))).toEqual(new Set([first.refreshToken]))
  // Still locked: none of them was kept waiting until it was not.
  expect(await eventsWaiting()).toBe(1)
  for (const repair of repairs.splice(0)) await repair()
  expect(await stateOf(sessionId)).toMatchObject({ gen: 1, revokedAt: null })
})

describe.each(waysOf)('while the log of sessions %s', (way, take) => {
  test('a replaced refresh token ends its session every time, on both processes, and its person is told later', async () => {
    const sessions = []
    for (let round = 0; round < roundsOf(way); round += 1) sessions.push(await prepareReuse())
    await take('auth_event')
    const outcomes = await Promise.all(
      sessions.map(async ({ refreshToken }, index) => await refresh(index % 2 === 0 ? a : b, refreshToken)),
    )
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 401, code: 'session.reused' })
    for (const repair of repairs.splice(0)) await repair()
    for (const { sessionId, next } of sessions) {
      expect(await stateOf(sessionId)).toMatchObject({ revokeReason: 'reuse' })
      expect(await write(b, next.accessToken)).toEqual([401, 'session.ended'])
      expect((await refresh(a, next.refreshToken)).status).toBe(401)
      await db.execute(
        sql`update auth_session set revoked_at = revoked_at - interval '2 minutes' where id = ${sessionId}`,
      )
    }
    expect(`${a.logLines()}${b.logLines()}`).toContain('done, but not recorded')
    const { deps, jobs } = createReviewWorld(db)
    expect(await queueNotices(deps)).toBe(sessions.length)
    expect(await queueNotices(deps)).toBe(0)
    for (const { sessionId } of sessions) {
      expect((await eventsOf(sessionId)).filter((type) => type === 'reuse')).toHaveLength(1)
    }
    expect(jobs).toHaveLength(sessions.length)
  }, 60_000)

  test('signing out ends the session, and a lost answer is given again', async () => {
    const [leaving, losing] = [await signIn(), await signIn()]
    const lost = await refresh(a, losing.refreshToken)
    await take('auth_event')
    expect((await signOut(a, leaving.refreshToken)).status).toBe(200)
    expect(await refresh(b, losing.refreshToken)).toMatchObject({ status: 200, refreshToken: lost.refreshToken })
    expect(await stateOf(leaving.sessionId)).toMatchObject({ revokeReason: 'logout' })
  }, 30_000)
})

describe.each(waysOf)('while the log of acts %s', (_way, take) => {
  test('taking a person or an invitation away is done, and told in the log of the process', async () => {
    const lost: object[] = []
    const world = createReviewWorld(db)
    const owner = { ...(await createMember(db, shop.id, 'owner')), isRecent: true }
    const leaving = await createMember(db, shop.id, 'moderator')
    const ctx = { ...world.contextOf(owner), onLostRecord: (record: object) => void lost.push(record) }
    const invited = await inviteMember({ ctx, input: { email: `new-${leaving.userId}@example.com`, role: 'viewer' } })
    await take('audit_log')
    await removeMember({ ctx, input: { userId: leaving.userId } })
    await revokeInvitation({ ctx, input: { invitationId: invited.invitationId } })
    expect(lost).toMatchObject([
      { action: 'member.remove', subjectId: leaving.userId, actorId: owner.userId },
      { action: 'invitation.revoke', subjectId: invited.invitationId },
    ])
    for (const repair of repairs.splice(0)) await repair()
    const isMember = and(eq(member.shopId, shop.id), eq(member.userId, leaving.userId))
    expect(await db.$count(member, isMember)).toBe(0)
    const open = sql`${invitation.id} = ${invited.invitationId} and ${invitation.revokedAt} is null`
    expect(await db.$count(invitation, open)).toBe(0)
    expect(await db.$count(auditLog, eq(auditLog.subjectId, leaving.userId))).toBe(0)
  }, 30_000)

  test('giving somebody more is not done without its record', async () => {
    const world = createReviewWorld(db)
    const owner = { ...(await createMember(db, shop.id, 'owner')), isRecent: true }
    await take('audit_log')
    const input = { email: `never-${owner.userId}@example.com`, role: 'viewer' } as const
    await expect(inviteMember({ ctx: world.contextOf(owner), input })).rejects.toThrow()
    for (const repair of repairs.splice(0)) await repair()
    expect(await db.$count(invitation, eq(invitation.invitedBy, owner.userId))).toBe(0)
  }, 30_000)
})

test('an end that was recorded is not recorded twice', async () => {
  const { sessionId, refreshToken } = await signIn()
  await signOut(a, refreshToken)
  await db.execute(sql`update auth_session set revoked_at = revoked_at - interval '2 minutes' where id = ${sessionId}`)
  await queueNotices(createReviewWorld(db).deps)
  expect((await db.select().from(authEvent).where(eq(authEvent.sessionId, sessionId))).map(({ type }) => type)).toEqual(
    ['sign_in', 'sign_out'],
  )
})
