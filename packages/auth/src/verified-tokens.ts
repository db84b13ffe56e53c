import { hash } from 'node:crypto'

export interface VerifiedTokens<Verified> {
  readonly find: (token: string) => Verified | undefined
  readonly keep: (token: string, verified: Verified) => void
}

/**
 * Remembers tokens whose signature was good, by their SHA-256: a browser sends the same one for half an hour, and
 * checking an Ed25519 signature costs more than all else that a read does in this process. What depends on the
 * time (the token's end, its key's retirement) is not remembered.
 *
 * @param most  How many are kept; beyond that the one kept longest goes.
 */
export const createVerifiedTokens = <Verified>(most: number): VerifiedTokens<Verified> => {
  const kept = new Map<string, Verified>()
  const keyOf = (token: string): string => hash('sha256', token, 'base64')
  return {
    find: (token) => kept.get(keyOf(token)),
    keep(token, verified) {
      if (kept.size >= most) {
        const [oldest] = kept.keys()
        if (oldest !== undefined) kept.delete(oldest)
      }
      kept.set(keyOf(token), verified)
    },
  }
}
