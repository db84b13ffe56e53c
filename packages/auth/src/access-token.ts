import { type MemberRole, memberRoles, type SessionKind, sessionKinds } from '@afterword/validation/session/rules'
import { DomainError } from '@afterword/errors'
import { errors, jwtVerify, type JWTHeaderParameters } from 'jose'
import { type KeyObject, randomUUID, sign } from 'node:crypto'
import { z } from 'zod'
import type { KeySet, KeyStore, SigningKey } from './key-store.ts'
import { createVerifiedTokens } from './verified-tokens.ts'

/** How long an access token holds. Reads accept it to its end; writes ask the session too. */
export const accessTokenLifetimeSeconds = 30 * 60
/** How far two clocks may differ before a token counts as expired or not valid yet. */
export const clockToleranceSeconds = 15

/** Browsers signed in at one process within half an hour; about 1 KB each. */
const mostVerifiedTokens = 5_000

const algorithm = 'EdDSA'
const tokenType = 'at+jwt'
const audience = 'afterword'

const claimsSchema = z.object({
  exp: z.int(),
  sub: z.uuid(),
  sid: z.uuid(),
  gen: z.int().min(0),
  kind: z.enum(sessionKinds),
  shop: z.uuid().optional(),
  role: z.enum(memberRoles).optional(),
})

export interface AccessTokenClaims {
  readonly userId: string
  readonly sessionId: string
  /** Generation of the session's refresh token when this token was made. */
  readonly gen: number
  readonly kind: SessionKind
  readonly shopId: string | null
  readonly role: MemberRole | null
  readonly authTime: Date
  /** How the person proved who they are (RFC 8176). */
  readonly amr: readonly string[]
}

export interface VerifiedClaims extends Omit<AccessTokenClaims, 'authTime' | 'amr'> {
  readonly expiresAt: Date
}

/** What a token was found to say, and the key that vouches for it. */
interface VerifiedToken {
  readonly kid: string
  readonly claims: VerifiedClaims
}

export interface AccessTokens {
  /** @param issuedAt  The database's time, so that an application server's clock does not matter. */
  sign(claims: AccessTokenClaims, issuedAt: Date): Promise<{ token: string; expiresAt: Date }>
  /** @throws DomainError `access_token.expired` or `access_token.invalid` */
  verify(token: string, now: Date): Promise<VerifiedClaims>
}

/** The key that signs at a moment: the youngest that may. */
const signerAt = (keys: KeySet, at: Date): SigningKey => {
  const signer = keys.signing.find((key) => key.notBefore <= at && (key.retireAfter === null || key.retireAfter > at))
  if (signer === undefined) throw new Error('no signing key is in force: run "pnpm afterword keys rotate --now"')
  return signer
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

/**
 * A JWS in compact form (RFC 7515 §3.1). jose signs through WebCrypto, on another thread: a refresh
 * spent more on that than on everything else in this process (docs/benchmarks.md). Checking is jose's.
 */
const signCompact = (key: KeyObject, kid: string, payload: object): string => {
  const text = `${encode({ alg: algorithm, typ: tokenType, kid })}.${encode(payload)}`
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}

const findKey = async (store: KeyStore, header: JWTHeaderParameters): Promise<SigningKey> => {
  const byKid = (keys: KeySet) => keys.signing.find((key) => key.kid === header.kid)
  const key = byKid(await store.current()) ?? byKid(await store.reread())
  if (key === undefined) throw new errors.JWKSNoMatchingKey()
  return key
}

/** Whether a token found genuine before is good now too; when not, the whole check says why. */
const isStillGood = ({ kid, claims }: VerifiedToken, keys: KeySet, now: Date): boolean => {
  const key = keys.signing.find((one) => one.kid === kid)
  if (key === undefined || (key.retireAfter !== null && key.retireAfter <= now)) return false
  return claims.expiresAt.getTime() > now.getTime() - clockToleranceSeconds * 1000
}

const refusalOf = (error: unknown): unknown => {
  if (error instanceof errors.JWTExpired) return new DomainError('access_token.expired', { cause: error })
  if (error instanceof errors.JOSEError) return new DomainError('access_token.invalid', { cause: error })
  return error
}

/** Everything an access token must be, no matter who has seen it before. */
const checkToken = async (
  store: KeyStore,
  token: string,
  { issuer, now }: { readonly issuer: string; readonly now: Date },
): Promise<VerifiedToken> => {
  let used: SigningKey | undefined
  const getKey = async (header: JWTHeaderParameters) => (used = await findKey(store, header)).publicKey
  const { payload } = await jwtVerify(token, getKey, {
    algorithms: [algorithm],
    typ: tokenType,
    issuer,
    audience,
    clockTolerance: clockToleranceSeconds,
    currentDate: now,
    requiredClaims: ['exp', 'iat', 'sub', 'jti'],
  }).catch((error: unknown) => {
    throw refusalOf(error)
  })
  if (used === undefined) throw new DomainError('access_token.invalid')
  // A retired key's token was good once: its browser only has to fetch a new one.
  if (used.retireAfter !== null && used.retireAfter <= now) throw new DomainError('access_token.expired')
  const claims = claimsSchema.safeParse(payload)
  if (!claims.success) throw new DomainError('access_token.invalid', { cause: claims.error })
  const { sub, sid, gen, kind, shop = null, role = null, exp } = claims.data
  const expiresAt = new Date(exp * 1000)
  return { kid: used.kid, claims: { userId: sub, sessionId: sid, gen, kind, shopId: shop, role, expiresAt } }
}

/**
 * Signs and checks access tokens: JWTs of type `at+jwt` under the EdDSA keys of the key store.
 * `jku`, `x5u` and `jwk` of a header are never looked at.
 *
 * @param issuer  The public address of the installation.
 * @see RFC 9068, RFC 8725
 */
export const createAccessTokens = (store: KeyStore, issuer: string): AccessTokens => {
  const verified = createVerifiedTokens<VerifiedToken>(mostVerifiedTokens)
  return {
    async sign(claims, issuedAt) {
      const { kid, privateKey } = signerAt(await store.current(), issuedAt)
      const issued = Math.floor(issuedAt.getTime() / 1000)
      const expires = issued + accessTokenLifetimeSeconds
      const token = signCompact(privateKey, kid, {
        iss: issuer,
        aud: audience,
        client_id: audience,
        sub: claims.userId,
        iat: issued,
        exp: expires,
        jti: randomUUID(),
        sid: claims.sessionId,
        gen: claims.gen,
        kind: claims.kind,
        auth_time: Math.floor(claims.authTime.getTime() / 1000),
        amr: claims.amr,
        ...(claims.shopId === null ? {} : { shop: claims.shopId }),
        ...(claims.role === null ? {} : { role: claims.role }),
      })
      return { token, expiresAt: new Date(expires * 1000) }
    },

    async verify(token, now) {
      const before = verified.find(token)
      if (before !== undefined && isStillGood(before, await store.current(), now)) return before.claims
      const found = await checkToken(store, token, { issuer, now })
      verified.keep(token, found)
      return found.claims
    },
  }
}
