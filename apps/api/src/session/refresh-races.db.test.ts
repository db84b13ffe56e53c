import { hashPassword } from '@afterword/auth/password'
import { userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { type ApiProcess, startTwoApis } from '../testing/api-process.ts'
import { createSessionWorld, genOf, toOutcome } from '../testing/session-world.ts'

/** Every race is run so often, and never again when it fails. */
const rounds = Array.from({ length: 50 }, (_, index) => index)
const timeoutMs = 120_000

const { db, url } = await useTestDatabase()
const apis = await startTwoApis(url)
const [a, b] = apis
afterAll(async () => await Promise.all([a.stop(), b.stop()]))
const { signIn, refresh, signOut, write, letPass, stateOf, eventsOf } = await createSessionWorld(db)

/** So many callers with one token, the processes in turn. */
const refreshAtOnce = async (processes: readonly ApiProcess[], refreshToken: string, callers: number) =>
  await Promise.all(
    Array.from({ length: callers }, async (_, index) => {
      const api = processes[index % processes.length]
      if (api === undefined) throw new Error('no process')
      // The door of a busy machine may say 503; a browser asks again.
      let outcome = await refresh(api, refreshToken)
      while (outcome.code === 'overloaded') outcome = await refresh(api, refreshToken)
      return outcome
    }),
  )

describe.each([
  ['A3, R1 fifty tabs at once on one process', [a], 50],
  ['R7 twenty tabs at once on two processes', apis, 20],
] as const)('%s', (_title, processes, callers) => {
  test(
    'all get one and the same token, and the generation rises by exactly one',
    async () => {
      for (const round of rounds) {
        const { sessionId, refreshToken } = await signIn()
        const outcomes = await refreshAtOnce(processes, refreshToken, callers)
        expect(new Set(outcomes.map(({ status }) => status)), `round ${round}`).toEqual(new Set([200]))
        const tokens = new Set(outcomes.map((outcome) => outcome.refreshToken))
        expect([tokens.size, genOf(outcomes[0]?.refreshToken)]).toEqual([1, 1])
        expect(await stateOf(sessionId)).toMatchObject({ gen: 1, revokedAt: null })
        // Who comes within the window waits for no record of it.
        const expected = ['sign_in', ...Array.from({ length: callers - 1 }, () => 'window')]
        await expect.poll(async () => await eventsOf(sessionId), { interval: 5 }).toEqual(expected)
      }
    },
    timeoutMs,
  )
})

test(
  'R7 generation after generation, two browsers tabs of one jar on two processes stay together',
  async () => {
    const { sessionId, ...first } = await signIn()
    let { refreshToken } = first
    for (const round of rounds) {
      const outcomes = await refreshAtOnce(apis, refreshToken, 4)
      expect(new Set(outcomes.map((outcome) => outcome.refreshToken)).size).toBe(1)
      refreshToken = outcomes[0]?.refreshToken ?? ''
      expect((await stateOf(sessionId)).gen).toBe(round + 1)
      await letPass(sessionId, '61 seconds')
    }
  },
  timeoutMs,
)

/** After the session has ended: neither token refreshes and no access token writes. */
const expectDead = async (tokens: readonly (string | undefined)[], accessTokens: readonly (string | undefined)[]) => {
  for (const token of tokens) expect(await refresh(b, token)).toMatchObject({ status: 401, code: 'session.ended' })
  for (const token of accessTokens) expect(await write(a, token)).toEqual([401, 'session.ended'])
}

test(
  'R5 refresh ‖ sign-out: whichever commits first, the session is over for all its tokens',
  async () => {
    for (const round of rounds) {
      const { sessionId, refreshToken, accessToken } = await signIn()
      const [refreshed, out] = await Promise.all([
        refresh(round % 2 === 0 ? a : b, refreshToken),
        signOut(b, refreshToken),
      ])
      expect([out.status, [200, 401].includes(refreshed.status)]).toEqual([200, true])
      const isRefreshed = refreshed.status === 200
      await expectDead(
        [refreshToken, ...(isRefreshed ? [refreshed.refreshToken] : [])],
        [accessToken, ...(isRefreshed ? [refreshed.accessToken] : [])],
      )
      expect(await stateOf(sessionId)).toMatchObject({ revokeReason: 'logout', gen: isRefreshed ? 1 : 0 })
    }
  },
  timeoutMs,
)

test.each([
  ['the account is disabled', { disabledAt: sql`clock_timestamp()` }],
  ['every session of the person is ended', { sessionEpoch: sql`session_epoch + 1` }],
])(
  'R6 refresh ‖ %s: nothing refreshes or writes afterwards',
  async (_title, change) => {
    for (const round of rounds) {
      const { sessionId, userId, refreshToken, accessToken } = await signIn()
      const [refreshed] = await Promise.all([
        refresh(round % 2 === 0 ? a : b, refreshToken),
        db.update(userAccount).set(change).where(eq(userAccount.id, userId)),
      ])
      const isRefreshed = refreshed.status === 200
      await expectDead(
        [isRefreshed ? refreshed.refreshToken : refreshToken],
        [accessToken, ...(isRefreshed ? [refreshed.accessToken] : [])],
      )
      expect((await stateOf(sessionId)).gen).toBe(isRefreshed ? 1 : 0)
    }
  },
  timeoutMs,
)

test(
  'R6 refresh ‖ change of password: only the session that the change opened goes on',
  async () => {
    const passwordHash = await hashPassword('correct horse battery')
    for (const round of rounds) {
      const { userId, refreshToken, accessToken } = await signIn()
      await db.update(userAccount).set({ passwordHash }).where(eq(userAccount.id, userId))
      const passwords = { currentPassword: 'correct horse battery', newPassword: `another staple ${round}` }
      const [refreshed, changed] = await Promise.all([
        refresh(round % 2 === 0 ? a : b, refreshToken),
        b.sendOwn('/api/session/password', passwords, { authorization: `Bearer ${accessToken}` }).then(toOutcome),
      ])
      expect(changed.status, changed.answer.text).toBe(200)
      const isRefreshed = refreshed.status === 200
      await expectDead(
        [isRefreshed ? refreshed.refreshToken : refreshToken],
        [accessToken, ...(isRefreshed ? [refreshed.accessToken] : [])],
      )
      expect((await refresh(a, changed.refreshToken)).status).toBe(200)
    }
  },
  timeoutMs,
)

test(
  'a thief and a victim at once, a minute after the successor was used: the session ends exactly once',
  async () => {
    for (const round of rounds) {
      const { sessionId, refreshToken } = await signIn()
      const successor = (await refresh(a, refreshToken)).refreshToken ?? ''
      await refresh(a, successor)
      await letPass(sessionId, '61 seconds')
      await Promise.all([refresh(a, refreshToken), refresh(b, refreshToken), refresh(b, successor)])
      const events = await eventsOf(sessionId)
      expect(
        events.filter((type) => type === 'reuse'),
        `round ${round}`,
      ).toHaveLength(1)
      const { revokeReason, gen } = await stateOf(sessionId)
      expect([revokeReason, gen === 1 || gen === 2]).toEqual(['reuse', true])
      expect((await refresh(a, successor)).status).toBe(401)
    }
  },
  timeoutMs,
)
