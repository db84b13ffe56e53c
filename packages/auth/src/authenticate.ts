import { authSession, member, userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, sql } from 'drizzle-orm'
import type { VerifiedClaims } from './access-token.ts'
import type { Auth } from './auth.ts'
import type { Principal } from './principal.ts'

/** How long a proof of identity counts as fresh, for acts that ask for one (ASVS 7.5.1). */
export const stepUpSeconds = 15 * 60

const toPrincipal = (claims: VerifiedClaims): Principal => {
  const { userId, sessionId } = claims
  if (claims.kind === 'operator') return { kind: 'operator', userId, sessionId }
  if (claims.shopId === null || claims.role === null) throw new DomainError('access_token.invalid')
  return { kind: 'member', userId, sessionId, shopId: claims.shopId, role: claims.role }
}

/**
 * Who an access token speaks for, from the token alone. Good for reads.
 *
 * @throws DomainError `access_token.missing`, `access_token.expired`, `access_token.invalid`
 */
export const authenticate = async (
  auth: Auth,
  token: string | undefined,
): Promise<{ principal: Principal; gen: number; expiresAt: Date }> => {
  if (token === undefined || token === '') throw new DomainError('access_token.missing')
  const claims = await auth.accessTokens.verify(token, auth.now())
  return { principal: toPrincipal(claims), gen: claims.gen, expiresAt: claims.expiresAt }
}

/**
 * Makes sure that the session behind an access token still stands, and reads anew what its person may do. Every
 * write asks this. Also notes that the token's generation has arrived at the browser.
 *
 * @throws DomainError `session.ended`, `shop.changed` when the session acts for another shop by now
 */
export const confirmSession = async (
  auth: Auth,
  caller: { readonly principal: Principal; readonly gen: number },
): Promise<Principal> => {
  const { principal, gen } = caller
  if (principal.kind !== 'member' && principal.kind !== 'operator') throw new DomainError('access_token.missing')
  const [session] = await auth.db
    .select({
      gen: authSession.gen,
      confirmed: authSession.confirmed,
      shopId: authSession.shopId,
      isRecent: sql<boolean>`${authSession.authTime} > clock_timestamp() - make_interval(secs => ${stepUpSeconds})`,
      role: member.role,
      isOperator: userAccount.isOperator,
    })
    .from(authSession)
    .innerJoin(userAccount, eq(userAccount.id, authSession.userId))
    .leftJoin(member, and(eq(member.shopId, authSession.shopId), eq(member.userId, authSession.userId)))
    .where(
      and(
        eq(authSession.id, principal.sessionId),
        sql`${authSession.revokedAt} is null`,
        sql`least(${authSession.idleExpiresAt}, ${authSession.absoluteExpiresAt}) > clock_timestamp()`,
        sql`${userAccount.disabledAt} is null`,
        eq(userAccount.sessionEpoch, authSession.userEpoch),
      ),
    )
    .limit(1)
  if (session === undefined) throw new DomainError('session.ended')
  if (session.gen === gen && !session.confirmed) {
    await auth.db
      .update(authSession)
      .set({ confirmed: true })
      .where(and(eq(authSession.id, principal.sessionId), eq(authSession.gen, gen)))
  }
  if (principal.kind === 'operator') {
    if (!session.isOperator) throw new DomainError('session.ended')
    return principal
  }
  if (session.role === null) throw new DomainError('session.ended')
  // Another tab has switched shops since this token was made.
  if (session.shopId !== principal.shopId) throw new DomainError('shop.changed')
  return { ...principal, role: session.role, isRecent: session.isRecent }
}
