import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'
import type { MemberRole } from './principal.ts'

interface Switched extends Record<string, unknown> {
  readonly role: MemberRole
  readonly now: string
  readonly auth_time: string
  readonly amr: string[]
}

/**
 * Lets a member's session act for another of their shops. Its refresh token stays the same; access
 * tokens for the shop before are refused for writes from now on.
 *
 * @param own.gen  Of the token that asks: the new one comes without a refresh token, so it must not tell that a later
 *   generation has arrived.
 * @throws DomainError `shop.not_found` when they are no member of it
 */
export const switchShop = async (
  auth: Auth,
  own: { readonly userId: string; readonly sessionId: string; readonly gen: number },
  input: { readonly shopId: string; readonly origin: Origin },
): Promise<{ readonly accessToken: string; readonly accessExpiresAt: Date }> => {
  const { shopId, origin } = input
  const [session] = await auth.db.execute<Switched>(sql`
    with switched as (
      update auth_session s set shop_id = ${shopId}::uuid, last_seen_at = clock_timestamp()
      from member m
      where s.id = ${own.sessionId} and s.user_id = ${own.userId} and s.kind = 'member' and s.revoked_at is null
        and m.shop_id = ${shopId} and m.user_id = s.user_id
      returning s.id, s.user_id, s.auth_time, s.amr, m.role),
    event as (
      insert into auth_event (type, session_id, user_id, ip_prefix, ua_family)
      select 'shop_switched', id, user_id, ${origin.ipPrefix}::text, ${origin.uaFamily}::text from switched)
    select role, auth_time, amr, clock_timestamp() as now from switched`)
  if (session === undefined) throw new DomainError('shop.not_found')
  const { role, amr, auth_time: authTime, now } = session
  const access = await auth.accessTokens.sign(
    { ...own, kind: 'member', shopId, role, authTime: new Date(authTime), amr },
    new Date(now),
  )
  return { accessToken: access.token, accessExpiresAt: access.expiresAt }
}
