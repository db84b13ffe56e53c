import { defineStatement } from '@afterword/db/connection/statement'
import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import type { VerifiedClaims } from './access-token.ts'
import type { Auth } from './auth.ts'
import type { MemberRole, Principal } from './principal.ts'

/** How long a proof of identity counts as fresh, for acts that ask for one (ASVS 7.5.1). */
export const stepUpSeconds = 15 * 60

const toPrincipal = (claims: VerifiedClaims): Principal => {
  const { userId, sessionId } = claims
  if (claims.kind === 'operator') return { kind: 'operator', userId, sessionId }
  if (claims.shopId === null || claims.role === null) throw new DomainError('access_token.invalid')
  return { kind: 'member', userId, sessionId, shopId: claims.shopId, role: claims.role }
}

const markConfirmed = defineStatement(
  () => sql`
    update auth_session set confirmed = true
    where id = ${sql.placeholder('sessionId')} and gen = ${sql.placeholder('gen')} and not confirmed`,
)

/**
 * Who an access token speaks for, from the token alone. Good for reads. Also notes, beside the work and once per
 * generation and process, that the token's generation has arrived at a browser: the one before is a copy from then on.
 *
 * @throws DomainError `access_token.missing`, `access_token.expired`, `access_token.invalid`
 */
export const authenticate = async (
  auth: Auth,
  token: string | undefined,
): Promise<{ principal: Principal; gen: number; expiresAt: Date }> => {
  if (token === undefined || token === '') throw new DomainError('access_token.missing')
  const claims = await auth.accessTokens.verify(token, auth.now())
  const principal = toPrincipal(claims)
  const { sessionId, gen, expiresAt } = claims
  // The first generation was handed out at sign-in and replaces none.
  if (gen > 0) auth.arrivals.see({ sessionId, gen }, async () => await markConfirmed(auth.db, { sessionId, gen }))
  return { principal, gen, expiresAt }
}

interface StandingSession {
  readonly gen: number
  readonly confirmed: boolean
  readonly shop_id: string | null
  readonly is_recent: boolean
  readonly role: MemberRole | null
  readonly is_operator: boolean
}

/** The session of an access token as long as nothing has ended it. Asked by every write: put together once. */
const findStanding = defineStatement<StandingSession>(
  () => sql`
    select s.gen, s.confirmed, s.shop_id, s.auth_time > clock.now - make_interval(secs => ${sql.raw(String(stepUpSeconds))}) as is_recent,
      m.role, u.is_operator
    from (select clock_timestamp() as now) clock, auth_session s
    join user_account u on u.id = s.user_id
    left join member m on m.shop_id = s.shop_id and m.user_id = s.user_id
    where s.id = ${sql.placeholder('sessionId')} and s.revoked_at is null
      and least(s.idle_expires_at, s.absolute_expires_at) > clock.now
      and u.disabled_at is null and u.session_epoch = s.user_epoch`,
)

/**
 * Makes sure that the session behind an access token still stands, and reads again what its person may do. Every
 * write asks this. The token's generation has been noted as arrived before it goes on.
 *
 * @throws DomainError `session.ended`, `shop.changed` when the session acts for another shop by now
 */
export const confirmSession = async (
  auth: Auth,
  caller: { readonly principal: Principal; readonly gen: number },
): Promise<Principal> => {
  const { principal, gen } = caller
  if (principal.kind !== 'member' && principal.kind !== 'operator') throw new DomainError('access_token.missing')
  const { sessionId } = principal
  const [session] = await findStanding(auth.db, { sessionId })
  if (session === undefined) throw new DomainError('session.ended')
  if (session.gen === gen && !session.confirmed) await markConfirmed(auth.db, { sessionId, gen })
  if (principal.kind === 'operator') {
    if (!session.is_operator) throw new DomainError('session.ended')
    return principal
  }
  if (session.role === null) throw new DomainError('session.ended')
  // Another tab has switched shops since this token was made.
  if (session.shop_id !== principal.shopId) throw new DomainError('shop.changed')
  return { ...principal, role: session.role, isRecent: session.is_recent }
}
