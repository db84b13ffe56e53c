import type { Database } from '@afterword/db/connection/client'
import { authEvent, authSession } from '@afterword/db/schema'
import { createReviewShop, createReviewWorld, signInMember } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { asc, eq, sql } from 'drizzle-orm'
import { randomInt, randomUUID } from 'node:crypto'
import type { HttpAnswer } from './api-server.ts'
import { type Caller, publicUrl } from './api-process.ts'

export interface Outcome {
  readonly status: number
  /** The error's code; undefined when it went well. */
  readonly code: string | undefined
  /** What the answer's cookies hold: undefined when it sets none, '' when it clears them. */
  readonly refreshToken: string | undefined
  readonly accessToken: string | undefined
  readonly answer: HttpAnswer
}

export interface OpenSession {
  readonly sessionId: string
  readonly userId: string
  readonly refreshToken: string
  readonly accessToken: string
}

/** Some address of one network: a browser keeps its network, and limits count by address. */
const someAddress = (): string => `198.51.100.${randomInt(1, 255)}`

const cookieOf = (answer: HttpAnswer, name: string): string | undefined =>
  answer.cookies
    .map((cookie) => /^([^=]+)=([^;]*)/.exec(cookie) ?? [])
    .find(([, found]) => found === name)
    ?.at(2)

const codeOf = (answer: HttpAnswer): string | undefined => {
  const body = answer.json() as { code?: string; error?: { data: { code: string } } }
  return body.code ?? body.error?.data.code
}

export const toOutcome = (answer: HttpAnswer): Outcome => ({
  status: answer.status,
  code: codeOf(answer),
  refreshToken: cookieOf(answer, 'rt'),
  accessToken: cookieOf(answer, 'at'),
  answer,
})

/** `gen` of a token of the form `v1.kid.session.gen.mac`. */
export const genOf = (refreshToken: string | undefined): number => Number(refreshToken?.split('.')[3] ?? Number.NaN)

/** Members of one shop who are signed in, and what they do, over HTTP with cookies. */
export const createSessionWorld = async (db: Database) => {
  const world = createReviewWorld(db, publicUrl)
  const { shop } = await createReviewShop(db)
  const setTimes = sql`rotated_at, last_seen_at, created_at, auth_time, idle_expires_at, absolute_expires_at`
  return {
    shop,
    world,
    signIn: async (): Promise<OpenSession> => {
      const { principal, sessionId, ...tokens } = await signInMember(world, shop.id, 'owner')
      return { ...tokens, sessionId, userId: principal.userId }
    },
    refresh: async (api: Caller, refreshToken: string | undefined, address = someAddress()): Promise<Outcome> => {
      const headers = { cookie: `rt=${refreshToken ?? ''}`, 'x-forwarded-for': address }
      return toOutcome(await api.sendOwn('/api/session/refresh', {}, headers))
    },
    signOut: async (api: Caller, refreshToken: string | undefined): Promise<Outcome> => {
      const headers = { cookie: `rt=${refreshToken ?? ''}`, 'x-forwarded-for': someAddress() }
      return toOutcome(await api.sendOwn('/api/session/sign-out', {}, headers))
    },
    /** A write that finds nothing to write: 404 for anyone who is signed in. @returns status and code */
    write: async (api: Caller, accessToken: string | undefined) => {
      const input = { reviewId: encodeId('review', randomUUID()) }
      const headers = { authorization: `Bearer ${accessToken ?? ''}`, 'x-shop': encodeId('shop', shop.id) }
      const answer = await api.sendOwn('/api/trpc/admin.review.removeReply', input, headers)
      return [answer.status, codeOf(answer)]
    },
    /** A read, as far as the access token lets it. @returns status and code */
    read: async (api: Caller, accessToken: string) => {
      const answer = await api.send('/api/trpc/admin.session.get', {
        headers: { authorization: `Bearer ${accessToken}` },
      })
      return [answer.status, codeOf(answer)]
    },
    /** Lets time pass for one session by moving its stored times back: nothing sleeps. */
    letPass: async (sessionId: string, interval: string): Promise<void> => {
      await db.execute(sql`
        update auth_session set (${setTimes}) = row(rotated_at - ${interval}::interval,
          last_seen_at - ${interval}::interval, created_at - ${interval}::interval, auth_time - ${interval}::interval,
          idle_expires_at - ${interval}::interval, absolute_expires_at - ${interval}::interval)
        where id = ${sessionId}`)
    },
    stateOf: async (sessionId: string) => {
      const [row] = await db.select().from(authSession).where(eq(authSession.id, sessionId))
      if (row === undefined) throw new Error('no such session')
      return row
    },
    eventsOf: async (sessionId: string): Promise<string[]> => {
      const rows = await db
        .select({ type: authEvent.type })
        .from(authEvent)
        .where(eq(authEvent.sessionId, sessionId))
        .orderBy(asc(authEvent.id))
      return rows.map(({ type }) => type)
    },
  }
}
