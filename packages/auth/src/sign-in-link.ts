import { signInToken } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { Auth, Origin, SignedInTokens } from './auth.ts'
import { countTokenMiss } from './count-token-miss.ts'
import { createSession } from './create-session.ts'
import { codeOf, hashCode, hashSecret, parseMailToken } from './mail-token.ts'
import { isWayInOpen } from './way-in.ts'

/** Wrong codes a mailed sign-in survives. */
const maxCodeAttempts = 5

const isLive = (): SQL | undefined => and(eq(signInToken.purpose, 'sign_in'), isWayInOpen)

type LinkState =
  | { readonly state: 'ready' | 'gone' }
  /** Opened in another browser than the one that asked, which takes this code instead. */
  | { readonly state: 'other_browser'; readonly code: string }

/**
 * What a sign-in link can do in this browser. Changes nothing, so that a mail scanner that follows the
 * link does not use it up, and gains nothing: without the asking browser's cookie there is only a code.
 */
export const describeSignInLink = async (
  auth: Auth,
  input: { readonly token: string; readonly browserSecret: string | undefined },
): Promise<LinkState> => {
  const token = parseMailToken(input.token)
  if (token === null) return { state: 'gone' }
  const [row] = await auth.db
    .select({ browserHash: signInToken.browserHash })
    .from(signInToken)
    .where(and(eq(signInToken.tokenHash, hashSecret(token)), isLive()))
  if (row === undefined) return { state: 'gone' }
  const isSame = input.browserSecret !== undefined && sameBytes(row.browserHash, hashSecret(input.browserSecret))
  return isSame ? { state: 'ready' } : { state: 'other_browser', code: codeOf(auth.keyring, token) }
}

const sameBytes = (a: Uint8Array | null, b: Uint8Array): boolean => a !== null && Buffer.from(a).equals(b)

interface Used {
  readonly userId: string
  readonly nextPath: string | null
}

const use = { userId: signInToken.userId, nextPath: signInToken.nextPath }

const takeToken = async (auth: Auth, token: string, browserHash: Uint8Array): Promise<Used> => {
  const isThis = and(eq(signInToken.tokenHash, hashSecret(token)), isLive())
  const [used] = await auth.db
    .update(signInToken)
    .set({ usedAt: sql`clock_timestamp()` })
    .where(and(isThis, eq(signInToken.browserHash, browserHash)))
    .returning(use)
  if (used !== undefined) return used
  const [other] = await auth.db.select({ id: signInToken.id }).from(signInToken).where(isThis)
  throw new DomainError(other === undefined ? 'sign_in_link.not_found' : 'sign_in_link.other_browser')
}

/** One statement counts the try and, when the code is right, uses the link up. */
const takeCode = async (auth: Auth, code: string, browserHash: Uint8Array): Promise<Used> => {
  const isRight = sql`${signInToken.codeHash} = ${hashCode(auth.keyring, browserHash, code)}`
  const [tried] = await auth.db
    .update(signInToken)
    .set({
      codeAttempts: sql`${signInToken.codeAttempts} + 1`,
      usedAt: sql`case when ${isRight} then clock_timestamp() end`,
    })
    .where(and(eq(signInToken.browserHash, browserHash), isLive(), lt(signInToken.codeAttempts, maxCodeAttempts)))
    .returning({ ...use, usedAt: signInToken.usedAt })
  if (tried === undefined || tried.usedAt === null) throw new DomainError('sign_in_link.code_refused')
  return tried
}

const takeProof = async (
  auth: Auth,
  input: { readonly token?: string; readonly code?: string; readonly browserSecret: string | undefined },
): Promise<Used> => {
  const browserHash = hashSecret(input.browserSecret ?? '')
  const token = input.token === undefined ? null : parseMailToken(input.token)
  if (token !== null) return await takeToken(auth, token, browserHash)
  if (input.code === undefined) throw new DomainError('sign_in_link.not_found')
  return await takeCode(auth, input.code.replaceAll(/\D/g, ''), browserHash)
}

/**
 * Signs in with a mailed link or its code, in the browser that asked for it. Once.
 *
 * @param input.browserSecret  From the cookie that asking for the link set.
 * @throws DomainError `sign_in_link.not_found`, `sign_in_link.other_browser`,
 *   `sign_in_link.code_refused`, `sign_in.refused` (disabled, or in no shop), `rate.limited`
 */
export const signInWithLink = async (
  auth: Auth,
  input: Parameters<typeof takeProof>[1],
  origin: Origin,
): Promise<{ readonly tokens: SignedInTokens; readonly nextPath: string | null }> => {
  const used = await countTokenMiss(auth, origin, async () => await takeProof(auth, input))
  const tokens = await createSession(auth, used.userId, { origin, amr: ['otp'] })
  if (tokens === null) throw new DomainError('sign_in.refused')
  return { tokens, nextPath: used.nextPath }
}
