import { DomainError } from '@afterword/errors'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Keyring } from './keyring.ts'

/** How long an access token holds. Reads accept it to its end; writes ask the session too. */
export const accessTokenLifetimeSeconds = 30 * 60

const algorithm = 'EdDSA'
const tokenType = 'at+jwt'
const audience = 'afterword'
const clockToleranceSeconds = 15
/** An Ed25519 private key in PKCS #8 is this prefix and its 32 bytes (RFC 8410 §7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

const claimsSchema = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  gen: z.int().min(0),
  kind: z.enum(['member', 'operator']),
  shop: z.uuid().optional(),
  role: z.enum(['owner', 'moderator', 'viewer']).optional(),
})

export interface AccessTokenClaims {
  readonly userId: string
  readonly sessionId: string
  /** Generation of the session's refresh token when this token was made. */
  readonly gen: number
  readonly kind: 'member' | 'operator'
  readonly shopId: string | null
  readonly role: 'owner' | 'moderator' | 'viewer' | null
}

export interface AccessTokens {
  /** @param issuedAt  The database's time, so that an application server's clock does not matter. */
  sign(claims: AccessTokenClaims, issuedAt: Date): Promise<{ token: string; expiresAt: Date }>
  /** @throws DomainError `access_token.expired` or `access_token.invalid` */
  verify(token: string, now: Date): Promise<AccessTokenClaims>
}

/**
 * Signs and checks access tokens: JWTs of type `at+jwt` under one EdDSA key.
 *
 * @param issuer  The public address of the installation.
 * @see RFC 9068, RFC 8725
 */
export const createAccessTokens = (keyring: Keyring, issuer: string): AccessTokens => {
  const seed = keyring.derive('access-token-ed25519')
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
  const kid = Buffer.from(keyring.hmac('access-token-kid', 'ed25519')).toString('base64url').slice(0, 12)

  return {
    async sign(claims, issuedAt) {
      const issued = Math.floor(issuedAt.getTime() / 1000)
      const expires = issued + accessTokenLifetimeSeconds
      const token = await new SignJWT({
        sid: claims.sessionId,
        gen: claims.gen,
        kind: claims.kind,
        ...(claims.shopId === null ? {} : { shop: claims.shopId }),
        ...(claims.role === null ? {} : { role: claims.role }),
      })
        .setProtectedHeader({ alg: algorithm, typ: tokenType, kid })
        .setSubject(claims.userId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .setJti(crypto.randomUUID())
        .sign(privateKey)
      return { token, expiresAt: new Date(expires * 1000) }
    },

    async verify(token, now) {
      const payload = await jwtVerify(token, publicKey, {
        algorithms: [algorithm],
        typ: tokenType,
        issuer,
        audience,
        clockTolerance: clockToleranceSeconds,
        currentDate: now,
        requiredClaims: ['exp', 'iat', 'sub', 'jti'],
      }).then(
        (result) => result.payload,
        (error: unknown) => {
          const isExpired = error instanceof errors.JWTExpired
          throw new DomainError(isExpired ? 'access_token.expired' : 'access_token.invalid', {
            cause: error,
          })
        },
      )
      const claims = claimsSchema.safeParse(payload)
      if (!claims.success) throw new DomainError('access_token.invalid', { cause: claims.error })
      const { sub, sid, gen, kind, shop, role } = claims.data
      return { userId: sub, sessionId: sid, gen, kind, shopId: shop ?? null, role: role ?? null }
    },
  }
}
