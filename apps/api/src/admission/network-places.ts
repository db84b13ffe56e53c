/** What a network has at the least: a household, an office or a school behind one address. */
const fewestPlaces = 16

/** Each lane has places of its own: who reads a lot of pages may still send a review. */
interface NetworkLane {
  readonly lane: string
  readonly network: string
}

const keyOf = ({ lane, network }: NetworkLane): string => `${lane} ${network}`

/** How many places each network holds of those in flight in each lane. */
export interface NetworkPlaces {
  readonly enter: (place: NetworkLane) => void
  readonly leave: (place: NetworkLane) => void
  /** Whether a network holds all that it may of a lane's limit. */
  readonly hasShareOf: (limit: number, place: NetworkLane) => boolean
}

/** @param share  What one network may hold of a limit: 1 for all of it. */
export const createNetworkPlaces = (share: number): NetworkPlaces => {
  const held = new Map<string, number>()
  return {
    enter: (place) => void held.set(keyOf(place), (held.get(keyOf(place)) ?? 0) + 1),
    leave(place) {
      const left = (held.get(keyOf(place)) ?? 0) - 1
      if (left > 0) held.set(keyOf(place), left)
      else held.delete(keyOf(place))
    },
    hasShareOf: (limit, place) =>
      share < 1 && (held.get(keyOf(place)) ?? 0) >= Math.max(fewestPlaces, Math.floor(limit * share)),
  }
}
