import type { Renew } from './renewal.ts'

export type Fetch = (input: RequestInfo | URL | string, init?: RequestInit) => Promise<Response>

interface SessionParts {
  readonly fetchOnce: Fetch
  readonly renew: Renew
  readonly readEnd: () => number | null
  /** The session is over: the person must sign in. */
  readonly onEnded: () => void
  /** The session acts for another shop than this page shows. */
  readonly onShopChanged: () => void
}

/** Without any token, or with one of an older key, the refresh token decides, as with an expired one. */
const renewable = ['access_token.expired', 'access_token.missing', 'access_token.invalid']
const ended = ['session.ended', 'session.reused']

const says = async (response: Response, status: number, codes: readonly string[]): Promise<boolean> => {
  if (response.status !== status) return false
  const body = await response.clone().text()
  return codes.some((code) => body.includes(`"${code}"`))
}

/** A token can run out again while the tab sleeps between renewal and call. */
const maxRenewals = 2

/**
 * A fetch that renews the session when the access token no longer opens anything, and then makes the call again. When
 * the session has ended, `onEnded` is told and the refusal handed on as it came. When that could not be
 * found out, the call fails as an unanswered one does: it did not happen, and another try may help.
 */
export const createRefreshingFetch = (parts: SessionParts): Fetch => {
  const { fetchOnce, renew, readEnd, onEnded, onShopChanged } = parts
  const note = async (response: Response): Promise<Response> => {
    if (await says(response, 401, ended)) onEnded()
    if (await says(response, 409, ['shop.changed'])) onShopChanged()
    return response
  }

  const call = async (input: Parameters<Fetch>[0], init: RequestInit | undefined, left: number): Promise<Response> => {
    const seenEnd = readEnd()
    const response = await fetchOnce(input, init)
    if (left === 0 || !(await says(response, 401, renewable))) return await note(response)
    const outcome = await renew(seenEnd)
    if (outcome === 'renewed') return await call(input, init, left - 1)
    if (outcome === 'unavailable') throw new TypeError('the session could not be renewed')
    onEnded()
    return response
  }
  return async (input, init) => await call(input, init, maxRenewals)
}
