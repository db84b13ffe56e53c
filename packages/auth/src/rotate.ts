import { DomainError } from '@afterword/errors'
import type { Auth, Origin, SessionTokens } from './auth.ts'
import type { KeySet } from './key-store.ts'
import { type Presented, presentToken } from './present-statement.ts'
import {
  createRefreshToken,
  formatRefreshToken,
  type ParsedRefreshToken,
  parseRefreshToken,
  pepperedPart,
} from './refresh-token.ts'

const refuse = (reason: string | null): DomainError =>
  new DomainError(reason === 'reuse' ? 'session.reused' : 'session.ended')

const present = async (
  auth: Auth,
  token: ParsedRefreshToken,
  { keys, origin }: { readonly keys: KeySet; readonly origin: Origin },
): Promise<Presented | undefined> => {
  const pepper = keys.peppers.find(({ kid }) => kid === token.pepperKid)
  if (pepper === undefined) return undefined
  const { sessionId, gen } = token
  const [state] = await presentToken(auth.db, {
    ...origin,
    sessionId,
    gen,
    mac: token.mac,
    peppered: pepperedPart(pepper, token),
    currentKid: keys.peppers[0].kid,
    kids: `{${keys.peppers.map(({ kid }) => kid).join(',')}}`,
    successors: Buffer.concat(keys.peppers.map((one) => pepperedPart(one, { sessionId, gen: gen + 1 }))),
  })
  return state
}

/** The keys; read again when the token names a pepper that is younger than all we know. */
const keysFor = async (auth: Auth, token: ParsedRefreshToken): Promise<KeySet> => {
  const keys = await auth.keys.current()
  return token.pepperKid > keys.peppers[0].kid ? await auth.keys.reread() : keys
}

/** The token of the generation the session is in now: the presented one, or its successor. */
const currentToken = async (auth: Auth, token: ParsedRefreshToken, state: Presented): Promise<string> => {
  const at = { sessionId: token.sessionId, gen: state.gen }
  if (state.gen === token.gen) return formatRefreshToken(token.pepperKid, at, token.mac)
  if (state.successor_mac !== null) return formatRefreshToken(state.mac_kid, at, state.successor_mac)
  // Another process has rotated it with a pepper made a moment ago.
  const { peppers } = await auth.keys.reread()
  const pepper = peppers.find(({ kid }) => kid === state.mac_kid)
  if (pepper === undefined) throw new DomainError('session.ended', { details: { reason: 'pepper retired' } })
  return createRefreshToken(pepper, state.salt, at)
}

const accessOf = async (auth: Auth, sessionId: string, state: Presented) =>
  await auth.accessTokens.sign(
    {
      userId: state.user_id,
      sessionId,
      gen: state.gen,
      kind: state.kind,
      shopId: state.shop_id,
      role: state.role,
      authTime: new Date(state.auth_time),
      amr: state.amr,
    },
    new Date(state.now),
  )

/**
 * Exchanges a refresh token for fresh tokens.
 *
 * Every caller that presents the same token within a minute, and one whose answer was lost within
 * a day, receives the same successor; an older token ends the session.
 *
 * @throws DomainError `session.ended` (expired, revoked, disabled), `session.reused` (a token that
 *   was already replaced and whose successor was used, or a replay by another browser),
 *   `access_token.invalid` (not a token of ours; nothing was changed).
 */
export const rotateSession = async (auth: Auth, refreshToken: string, origin: Origin): Promise<SessionTokens> => {
  const token = parseRefreshToken(refreshToken)
  if (token === null) throw new DomainError('access_token.invalid')
  const state = await present(auth, token, { keys: await keysFor(auth, token), origin })
  if (state === undefined) throw new DomainError('access_token.invalid')
  if (state.was_revoked || state.revoke_reason !== null) throw refuse(state.revoke_reason)
  if (token.gen > state.old_gen) throw new DomainError('session.ended', { details: { reason: 'ahead' } })
  if (state.kind === 'member' && state.role === null) throw new DomainError('session.ended')

  const access = await accessOf(auth, token.sessionId, state)
  return {
    accessToken: access.token,
    accessExpiresAt: access.expiresAt,
    refreshToken: await currentToken(auth, token, state),
    refreshExpiresAt: new Date(state.idle_expires_at),
  }
}
