import { DomainError } from '@afterword/errors'
import { authSession } from '@afterword/db/schema'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Auth, Origin, SessionTokens } from './auth.ts'
import { createRefreshToken, isGenuine, type ParsedRefreshToken, parseRefreshToken } from './refresh-token.ts'

/**
 * W: requests that carry the same token within this time are one browser's. It is also the least
 * time between two rotations, so that a straggler is never more than one generation behind.
 */
export const concurrencyWindowSeconds = 60
/** L: how long after a rotation whose answer was lost the previous token is still taken. */
export const lostResponseHorizonSeconds = 24 * 3600

interface Transition extends Record<string, unknown> {
  readonly gen: number
  readonly old_gen: number
  readonly was_revoked: boolean
  readonly revoke_reason: string | null
  readonly now: string
  readonly idle_expires_at: string
  readonly user_id: string
  readonly kind: 'member' | 'operator'
  readonly shop_id: string | null
  readonly role: 'owner' | 'moderator' | 'viewer' | null
}

/** Whether the session was last rotated less than so many seconds ago. */
const isWithin = (seconds: number): SQL => sql`s.rotated_at > clock.now - make_interval(secs => ${seconds})`

/**
 * One statement decides and records what a presented generation means (the table in
 * docs/decisions/006-refresh-rotation.md). READ COMMITTED evaluates the row again after waiting
 * for its lock, so any number of callers on any number of processes agree.
 */
const applyPresented = async (
  auth: Auth,
  token: ParsedRefreshToken,
  origin: Origin,
): Promise<Transition | undefined> => {
  const presented = sql`${token.gen}::int`
  const isInWindow = isWithin(concurrencyWindowSeconds)
  const endReason = sql`case
    when s.revoked_at is not null then s.revoke_reason
    when s.idle_expires_at <= clock.now or s.absolute_expires_at <= clock.now then 'expired'
    when u.disabled_at is not null or s.kind = 'operator' and not u.is_operator then 'disabled'
    when u.session_epoch <> s.user_epoch then 'password' end`
  const isCurrent = sql`(${presented} = s.gen and ${endReason} is null)`
  const rotates = sql`(${isCurrent} and not ${isInWindow})`
  const isHostile = sql`(${presented} < s.gen - 1 or (${presented} = s.gen - 1 and not ${isInWindow}
    and (s.confirmed or not ${isWithin(lostResponseHorizonSeconds)})))`
  const [row] = await auth.db.execute<Transition>(sql`
    with clock as materialized (select clock_timestamp() as now),
    state as (
      update auth_session s set
        gen = case when ${rotates} then s.gen + 1 else s.gen end,
        rotated_at = case when ${rotates} then clock.now else s.rotated_at end,
        confirmed = case when ${isCurrent} then ${isInWindow} else s.confirmed end,
        idle_expires_at = case when ${rotates}
          then least(clock.now + make_interval(secs => s.idle_lifetime_seconds), s.absolute_expires_at)
          else s.idle_expires_at end,
        last_seen_at = case when ${endReason} is null then clock.now else s.last_seen_at end,
        revoked_at = case when s.revoked_at is not null then s.revoked_at
          when ${endReason} is not null or ${isHostile} then clock.now end,
        revoke_reason = case when ${endReason} is not null then ${endReason}
          when ${isHostile} then 'reuse' end
      from clock, user_account u
      where s.id = ${token.sessionId} and u.id = s.user_id
      returning new.id, new.gen, old.gen as old_gen, old.revoked_at is not null as was_revoked,
        new.revoke_reason, clock.now, new.idle_expires_at, new.user_id, new.kind, new.shop_id,
        old.rotated_at > clock.now - make_interval(secs => ${concurrencyWindowSeconds}) as is_in_window
    ),
    event as (
      insert into auth_event (session_id, user_id, type, presented_gen, current_gen, ip_prefix, ua_family)
      select id, user_id, case
          when revoke_reason = 'reuse' then 'reuse'
          when ${presented} > old_gen then 'ahead'
          when gen > old_gen then 'rotated'
          when is_in_window then 'window'
          else 'recovered' end,
        ${presented}, gen, ${origin.ipPrefix}, ${origin.uaFamily}
      from state
      where not was_revoked and (revoke_reason is null or revoke_reason = 'reuse')
    )
    select state.*, m.role
    from state left join member m on m.shop_id = state.shop_id and m.user_id = state.user_id`)
  return row
}

const refuse = (reason: string | null): DomainError =>
  new DomainError(reason === 'reuse' ? 'session.reused' : 'session.ended')

/**
 * Exchanges a refresh token for fresh tokens.
 *
 * Every caller that presents the same token within a minute, and one whose answer was lost within
 * a day, receives the same successor; an older token ends the session.
 *
 * @throws DomainError `session.ended` (unknown, expired, revoked, disabled), `session.reused` (a
 *   token that was already replaced and whose successor was used), `access_token.invalid` (not a
 *   token of ours; nothing was changed).
 */
export const rotateSession = async (auth: Auth, refreshToken: string, origin: Origin): Promise<SessionTokens> => {
  const token = parseRefreshToken(refreshToken)
  if (token === null) throw new DomainError('access_token.invalid')
  const [key] = await auth.db
    .select({ salt: authSession.salt, macKid: authSession.macKid })
    .from(authSession)
    .where(eq(authSession.id, token.sessionId))
    .limit(1)
  if (key === undefined || !isGenuine(auth.keyring, token, key)) throw new DomainError('access_token.invalid')

  const state = await applyPresented(auth, token, origin)
  if (state === undefined) throw new DomainError('session.ended')
  if (state.was_revoked || state.revoke_reason !== null) throw refuse(state.revoke_reason)
  if (token.gen > state.old_gen) throw new DomainError('session.ended', { details: { reason: 'ahead' } })
  if (state.kind === 'member' && state.role === null) throw new DomainError('session.ended')

  const access = await auth.accessTokens.sign(
    {
      userId: state.user_id,
      sessionId: token.sessionId,
      gen: state.gen,
      kind: state.kind,
      shopId: state.shop_id,
      role: state.role,
    },
    new Date(state.now),
  )
  return {
    accessToken: access.token,
    accessExpiresAt: access.expiresAt,
    refreshToken: createRefreshToken(auth.keyring, key, {
      sessionId: token.sessionId,
      gen: state.gen,
    }),
    refreshExpiresAt: new Date(state.idle_expires_at),
  }
}
