import type { Database, Executor } from '@afterword/db/connection/client'
import { createReviewShop, createReviewWorld, signInMember } from '@afterword/services/testing/review-world'
import { sql } from 'drizzle-orm'

/** The same as in services' review world, where the sessions are opened. */
export const secret = 'a secret of thirty-two characters or more'

export interface OpenSession {
  readonly sessionId: string
  readonly refreshToken: string
  readonly accessToken: string
}

/** So many members of one shop, each signed in once. */
export const openSessions = async (db: Database, publicUrl: string, count: number): Promise<OpenSession[]> => {
  const world = createReviewWorld(db, publicUrl)
  const { shop } = await createReviewShop(db)
  const sessions: OpenSession[] = []
  for (let index = 0; index < count; index += 1) {
    const { sessionId, refreshToken, accessToken } = await signInMember(world, shop.id, 'owner')
    sessions.push({ sessionId, refreshToken, accessToken })
  }
  return sessions
}

/** So that every session rotates at its next refresh: moves the stored times, and tidies up after that. */
export const letAMinutePass = async (db: Executor): Promise<void> => {
  await db.execute(sql`update auth_session set rotated_at = rotated_at - interval '61 seconds'`)
  await db.execute(sql`vacuum auth_session`)
}
