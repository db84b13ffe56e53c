import { defineStatement } from '@afterword/db/connection/statement'
import { sql } from 'drizzle-orm'
import { isGenuineMac } from './genuine-mac.ts'
import { concurrencyWindowSeconds, type Presented } from './present-statement.ts'

/** A session that has just rotated. Times are the database's. */
export type Rotated = Pick<
  Presented,
  'gen' | 'auth_time' | 'amr' | 'idle_expires_at' | 'user_id' | 'kind' | 'shop_id' | 'role' | 'mac_kid'
> & {
  readonly rotated_at: string
  readonly successor_mac: Uint8Array
}

/**
 * The refresh that nearly all are: the current token, a minute or more after the last rotation, in the browser
 * that signed in, of a session that nothing has ended. It rotates, or finds no row and has changed nothing;
 * `presentToken` then decides. READ COMMITTED asks every condition again after waiting for the row's lock, so
 * two callers cannot both rotate. Costs Postgres two thirds of `presentToken`
 * (docs/decisions/022-the-common-refresh.md).
 */
export const rotateCurrent = defineStatement<Rotated>(
  () => sql`
    update auth_session s set
      gen = s.gen + 1,
      mac_kid = ${sql.placeholder('currentKid')}::smallint,
      rotated_at = clock_timestamp(),
      confirmed = false,
      last_seen_at = clock_timestamp(),
      idle_expires_at = least(clock_timestamp() + make_interval(secs => s.idle_lifetime_seconds), s.absolute_expires_at)
    where s.id = ${sql.placeholder('sessionId')} and s.gen = ${sql.placeholder('gen')}::int
      and s.rotated_at <= clock_timestamp() - make_interval(secs => ${sql.raw(String(concurrencyWindowSeconds))})
      and s.revoked_at is null and s.idle_expires_at > clock_timestamp() and s.absolute_expires_at > clock_timestamp()
      and coalesce(s.ua_family = ${sql.placeholder('uaFamily')}::text, true)
      and ${isGenuineMac(sql`${sql.placeholder('peppered')}`, sql`${sql.placeholder('mac')}`)}
      and (select u.disabled_at is null and u.session_epoch = s.user_epoch and (s.kind = 'member' or u.is_operator)
        from user_account u where u.id = s.user_id)
    returning s.gen, s.rotated_at, s.auth_time, s.amr, s.idle_expires_at, s.user_id, s.kind, s.shop_id, s.mac_kid,
      (select m.role from member m where m.shop_id = s.shop_id and m.user_id = s.user_id) as role,
      sha256(s.salt || ${sql.placeholder('successor')}::bytea) as successor_mac`,
)
