/** `unavailable`: the server gave no answer that tells. The session may still be open; a later try will show. */
export type RenewalOutcome = 'renewed' | 'ended' | 'unavailable'

/** @param seenEnd  The marker as it was when the refused call was made. */
export type Renew = (seenEnd: number | null) => Promise<RenewalOutcome>

interface RenewalParts {
  /** Asks the server once for new tokens; gives up by itself. */
  readonly post: () => Promise<Response>
  /** Lets one tab of the browser work at a time. */
  readonly takeTurn: <Result>(work: () => Promise<Result>) => Promise<Result>
  readonly readEnd: () => number | null
  readonly noteEnd: (end: number) => void
}

/** When the new token ends, in epoch seconds; null when the answer does not say. */
const readNewEnd = async (response: Response): Promise<number | null> => {
  const body: unknown = await response.json().catch(() => null)
  const text: unknown = Reflect.get(Object(body), 'accessExpiresAt')
  const ms = typeof text === 'string' ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? null : Math.floor(ms / 1000)
}

/**
 * Renews the session, once for all calls of this tab and, through `takeTurn`, once for all tabs: a tab that finds the
 * marker changed when its turn comes has nothing left to do. The server stays correct without any of it.
 */
export const createRenewal = ({ post, takeTurn, readEnd, noteEnd }: RenewalParts): Renew => {
  let current: Promise<RenewalOutcome> | null = null

  const ask = async (): Promise<RenewalOutcome> => {
    const response = await post()
    if (response.ok) {
      const end = await readNewEnd(response)
      if (end !== null) noteEnd(end)
      return 'renewed'
    }
    return response.status === 401 ? 'ended' : 'unavailable'
  }

  const renew = async (seenEnd: number | null): Promise<RenewalOutcome> => {
    try {
      return await takeTurn(async () => {
        const end = readEnd()
        return end !== null && end !== seenEnd ? 'renewed' : await ask()
      })
    } catch {
      return 'unavailable'
    }
  }

  return async (seenEnd) => {
    current ??= renew(seenEnd).finally(() => {
      current = null
    })
    return await current
  }
}
