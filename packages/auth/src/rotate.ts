import { DomainError } from '@afterword/errors'
import type { Auth, Origin, SessionTokens } from './auth.ts'
import type { KeySet, Pepper } from './key-store.ts'
import { type Presented, presentToken } from './present-statement.ts'
import {
  createRefreshToken,
  formatRefreshToken,
  type ParsedRefreshToken,
  parseRefreshToken,
  pepperedPart,
} from './refresh-token.ts'
import { type Rotated, rotateCurrent } from './rotate-statement.ts'

const refuse = (reason: string | null): DomainError =>
  new DomainError(reason === 'reuse' ? 'session.reused' : 'session.ended')

interface Presentation {
  readonly token: ParsedRefreshToken
  readonly pepper: Pepper
  readonly keys: KeySet
  readonly origin: Origin
}

/** The whole table of docs/decisions/006-refresh-rotation.md. */
const present = async (auth: Auth, { token, pepper, keys, origin }: Presentation): Promise<Presented | undefined> => {
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

/** Its first line alone, which nearly every refresh is; undefined when that is not what the token means. */
const rotate = async (auth: Auth, { token, pepper, keys, origin }: Presentation): Promise<Rotated | undefined> => {
  const { sessionId, gen } = token
  const [current] = keys.peppers
  const [state] = await rotateCurrent(auth.db, {
    sessionId,
    gen,
    mac: token.mac,
    peppered: pepperedPart(pepper, token),
    currentKid: current.kid,
    successor: pepperedPart(current, { sessionId, gen: gen + 1 }),
    uaFamily: origin.uaFamily,
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

type Issuable = Pick<Rotated, 'gen' | 'auth_time' | 'amr' | 'idle_expires_at' | 'user_id' | 'kind' | 'shop_id' | 'role'>

/** The tokens of a session that stands. @param now  The database's time. */
const issue = async (
  auth: Auth,
  state: Issuable,
  { sessionId, refreshToken, now }: { readonly sessionId: string; readonly refreshToken: string; readonly now: string },
): Promise<SessionTokens> => {
  if (state.kind === 'member' && state.role === null) throw new DomainError('session.ended')
  const access = await auth.accessTokens.sign(
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
    new Date(now),
  )
  return {
    accessToken: access.token,
    accessExpiresAt: access.expiresAt,
    refreshToken,
    refreshExpiresAt: new Date(state.idle_expires_at),
  }
}

/**
 * Exchanges a refresh token for fresh tokens.
 *
 * Every caller that presents the same token within a minute, and one whose answer was lost within
 * a day, receives the same successor; an older token ends the session. One that is younger than the
 * database, which was restored from a backup, is as good as the current one.
 *
 * @throws DomainError `session.ended` (expired, revoked, disabled), `session.reused` (a token that
 *   was already replaced and whose successor was used, or a replay by another browser),
 *   `access_token.invalid` (not a token of ours; nothing was changed).
 */
export const rotateSession = async (auth: Auth, refreshToken: string, origin: Origin): Promise<SessionTokens> => {
  const token = parseRefreshToken(refreshToken)
  if (token === null) throw new DomainError('access_token.invalid')
  const keys = await keysFor(auth, token)
  const pepper = keys.peppers.find(({ kid }) => kid === token.pepperKid)
  if (pepper === undefined) throw new DomainError('access_token.invalid')
  const { sessionId } = token

  const rotated = await rotate(auth, { token, pepper, keys, origin })
  if (rotated !== undefined) {
    const next = formatRefreshToken(rotated.mac_kid, { sessionId, gen: rotated.gen }, rotated.successor_mac)
    return await issue(auth, rotated, { sessionId, refreshToken: next, now: rotated.rotated_at })
  }
  const state = await present(auth, { token, pepper, keys, origin })
  if (state === undefined) throw new DomainError('access_token.invalid')
  const { event: type, user_id: userId } = state
  // Of a token from beyond a restored backup: what the database knew before it took that over.
  const currentGen = type === 'ahead' ? state.old_gen : state.gen
  if (type === 'ahead') auth.arrivals.forget()
  if (type !== null) {
    const isRecorded = auth.events.record({ type, sessionId, userId, presentedGen: token.gen, currentGen, ...origin })
    // A tab that comes a moment late to a renewal decides nothing, and waits for no record.
    if (type !== 'window') await isRecorded
  }
  if (state.was_revoked || state.revoke_reason !== null) throw refuse(state.revoke_reason)
  return await issue(auth, state, {
    sessionId,
    refreshToken: await currentToken(auth, token, state),
    now: state.now,
  })
}
