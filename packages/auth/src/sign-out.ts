import type { Auth, Origin } from './auth.ts'
import { defineStatement } from '@afterword/db/connection/statement'
import { sql } from 'drizzle-orm'
import { isGenuineMac } from './genuine-mac.ts'
import { parseRefreshToken, pepperedPart } from './refresh-token.ts'

const endSession = defineStatement<{ readonly user_id: string }>(
  () => sql`
    update auth_session s set revoked_at = clock_timestamp(), revoke_reason = 'logout'
    where s.id = ${sql.placeholder('sessionId')} and s.revoked_at is null
      and ${isGenuineMac(sql`${sql.placeholder('peppered')}`, sql`${sql.placeholder('mac')}`)}
    returning s.user_id`,
)

/**
 * Ends the session a refresh token belongs to. Ending it twice, or ending nothing, is fine.
 * A token that is not genuine ends nothing: a forger must not be able to sign anybody out.
 */
export const signOut = async (auth: Auth, refreshToken: string | undefined, origin: Origin): Promise<void> => {
  const token = refreshToken === undefined ? null : parseRefreshToken(refreshToken)
  if (token === null) return
  const keys = await auth.keys.current()
  const isNew = token.pepperKid > keys.peppers[0].kid
  const { peppers } = isNew ? await auth.keys.reread() : keys
  const pepper = peppers.find(({ kid }) => kid === token.pepperKid)
  if (pepper === undefined) return
  const { sessionId, gen, mac } = token
  const [ended] = await endSession(auth.db, { sessionId, mac, peppered: pepperedPart(pepper, token) })
  if (ended === undefined) return
  await auth.events.record({ type: 'sign_out', sessionId, userId: ended.user_id, presentedGen: gen, ...origin })
}
