import type { MemberRole, SessionKind } from '@afterword/validation/session/rules'
import { defineStatement } from '@afterword/db/connection/statement'
import { type SQL, sql } from 'drizzle-orm'
import { isGenuineMac } from './genuine-mac.ts'

/**
 * W: requests that carry the same token within this time are one browser's. It is also the least
 * time between two rotations, so that a straggler is never more than one generation behind.
 */
export const concurrencyWindowSeconds = 60
/** L: how long after a rotation whose answer was lost the previous token is still taken. */
export const lostResponseHorizonSeconds = 24 * 3600

/** What became of a session whose refresh token was presented. Times are the database's. */
export interface Presented {
  readonly gen: number
  readonly old_gen: number
  readonly was_revoked: boolean
  readonly revoke_reason: string | null
  readonly now: string
  readonly auth_time: string
  readonly amr: string[]
  readonly idle_expires_at: string
  readonly user_id: string
  readonly kind: SessionKind
  readonly shop_id: string | null
  readonly role: MemberRole | null
  /** Pepper of the current generation. */
  readonly mac_kid: number
  readonly salt: Uint8Array
  /** MAC of the generation after the presented one; null when its pepper was not among those given. */
  readonly successor_mac: Uint8Array | null
  /** What the log of events should say of it; null for a session that had ended before. */
  readonly event: 'reuse' | 'ahead' | 'rotated' | 'window' | 'recovered' | null
}

const value = (name: string): SQL => sql`${sql.placeholder(name)}`

/** Whether the session was last rotated less than so many seconds ago. */
const isWithin = (seconds: number): SQL =>
  sql`s.rotated_at > call.now - make_interval(secs => ${sql.raw(String(seconds))})`

const isInWindow = isWithin(concurrencyWindowSeconds)
/** A browser does not change its family: somebody else holds its token. */
const isOtherBrowser = sql`s.ua_family <> call.ua_family`
const endReason = sql`case
  when s.revoked_at is not null then s.revoke_reason
  when s.idle_expires_at <= call.now or s.absolute_expires_at <= call.now then 'expired'
  when u.disabled_at is not null or s.kind = 'operator' and not u.is_operator then 'disabled'
  when u.session_epoch <> s.user_epoch then 'password' end`
const isHostile = sql`(call.gen < s.gen - 1
  or call.gen = s.gen - 1 and not ${isInWindow} and (s.confirmed or not ${isWithin(lostResponseHorizonSeconds)})
  or (call.gen = s.gen - 1 or call.gen = s.gen and ${isInWindow}) and coalesce(${isOtherBrowser}, false))`
const isCurrent = sql`(call.gen = s.gen and ${endReason} is null)`
/** The database was restored from a backup: the token is ours, and younger than what we know of its session. */
const isAhead = sql`(call.gen > s.gen and ${endReason} is null)`
const rotates = sql`(${isCurrent} and not ${isInWindow} or ${isAhead})`

/**
 * Decides, in one statement and one round trip, what a presented refresh token means (the table in
 * docs/decisions/006-refresh-rotation.md). READ COMMITTED evaluates the row again after waiting for
 * its lock, so any number of callers on any number of processes agree. A token whose MAC is wrong
 * finds no row: nothing is locked or written. It touches the session's row alone, so that nothing
 * else can keep a stolen session from being ended (docs/decisions/039-ending-needs-no-record.md);
 * `event` is for the caller to record afterwards.
 */
export const presentToken = defineStatement<Presented>(
  () => sql`
    with call as materialized (
      select clock_timestamp() as now, ${value('gen')}::int as gen, ${value('currentKid')}::smallint as current_kid,
        ${value('ipPrefix')}::text as ip_prefix, ${value('uaFamily')}::text as ua_family,
        ${value('kids')}::smallint[] as kids, ${value('successors')}::bytea as successors
    ),
    state as (
      update auth_session s set
        gen = case when ${rotates} then call.gen + 1 else s.gen end,
        mac_kid = case when ${rotates} then call.current_kid else s.mac_kid end,
        rotated_at = case when ${rotates} then call.now else s.rotated_at end,
        confirmed = case when ${isCurrent} then ${isInWindow} when ${isAhead} then false else s.confirmed end,
        idle_expires_at = case when ${rotates}
          then least(call.now + make_interval(secs => s.idle_lifetime_seconds), s.absolute_expires_at)
          else s.idle_expires_at end,
        last_seen_at = case when ${endReason} is null then call.now else s.last_seen_at end,
        revoked_at = case when s.revoked_at is not null then s.revoked_at
          when ${endReason} is not null or ${isHostile} then call.now end,
        revoke_reason = case when ${endReason} is not null then ${endReason} when ${isHostile} then 'reuse' end
      from call, user_account u
      where s.id = ${value('sessionId')} and u.id = s.user_id
        and ${isGenuineMac(value('peppered'), value('mac'))}
      returning new.id, new.gen, old.gen as old_gen, old.revoked_at is not null as was_revoked,
        new.revoke_reason, new.auth_time, new.amr, new.idle_expires_at, new.user_id, new.kind,
        new.shop_id, new.mac_kid, new.salt,
        old.rotated_at > call.now - make_interval(secs => ${sql.raw(String(concurrencyWindowSeconds))}) as is_in_window,
        coalesce(${isOtherBrowser}, false) as is_other_browser
    )
    select state.gen, state.old_gen, state.was_revoked, state.revoke_reason, call.now, state.auth_time, state.amr,
      state.idle_expires_at, state.user_id, state.kind, state.shop_id, state.mac_kid, state.salt, m.role,
      sha256(state.salt || substring(call.successors
        from 32 * array_position(call.kids, state.mac_kid) - 31 for 32)) as successor_mac,
      case
        when was_revoked or revoke_reason <> 'reuse' then null
        when revoke_reason = 'reuse' then 'reuse'
        when call.gen > old_gen then 'ahead'
        when state.gen > old_gen then case when is_other_browser then 'rotated' end
        when is_in_window then 'window'
        else 'recovered' end as event
    from call cross join state left join member m on m.shop_id = state.shop_id and m.user_id = state.user_id`,
)
