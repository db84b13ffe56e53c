/** What a network has at the least: a household, an office or a school behind one address. */
const fewestPlaces = 16

/** How many places each network holds of those in flight. */
export interface NetworkPlaces {
  readonly enter: (network: string) => void
  readonly leave: (network: string) => void
  /** Whether a network holds all that it may of a limit. */
  readonly hasShareOf: (limit: number, network: string) => boolean
}

/** @param share  What one network may hold of a limit: 1 for all of it. */
export const createNetworkPlaces = (share: number): NetworkPlaces => {
  const held = new Map<string, number>()
  return {
    enter: (network) => void held.set(network, (held.get(network) ?? 0) + 1),
    leave(network) {
      const left = (held.get(network) ?? 0) - 1
      if (left > 0) held.set(network, left)
      else held.delete(network)
    },
    hasShareOf: (limit, network) =>
      share < 1 && (held.get(network) ?? 0) >= Math.max(fewestPlaces, Math.floor(limit * share)),
  }
}
