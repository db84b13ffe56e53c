import type { IncomingMessage } from 'node:http'

export interface BodyRoom {
  /**
   * Reads a request's body to its end. `done` is told once, unless the caller goes away: the body, or why there is none.
   *
   * @param network  Whose share of the room the body takes until `release`.
   */
  readonly receive: (request: IncomingMessage, network: string, done: (outcome: Received) => void) => void
  /** Looks for bodies that come too slowly; asked once a second. */
  readonly check: () => void
  /** What is in the room now. */
  readonly bytesHeld: () => number
}

export type Received =
  | { readonly body: Buffer; readonly release: () => void }
  | { readonly refusal: 'body.too_large' | 'request.too_slow' | 'overloaded' }

interface RoomOptions {
  /** Of one body, by its address; in bytes. */
  readonly mostOfBody: (url: string) => number
  /** Of the bodies of one network, and of all together; in bytes. */
  readonly mostBytes: { readonly network: number; readonly all: number }
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number
}

/** A body that is not whole yet. */
interface Coming {
  readonly network: string
  readonly since: number
  received: number
  readonly giveUp: () => void
  readonly makeRoom: () => void
}

/** So long a body may take however slowly it comes; after that it must have come at this rate since it began. */
const graceMs = 8_000
const fewestBytesPerMs = 0.25

/** What bodies take of the room, by network. */
const createBytes = ({ network: mostOfNetwork, all: mostOfAll }: RoomOptions['mostBytes']) => {
  const byNetwork = new Map<string, number>()
  let all = 0
  return {
    isFull: (count: number): boolean => all + count > mostOfAll,
    of: (network: string): number => byNetwork.get(network) ?? 0,
    take(network: string, count: number): boolean {
      const own = (byNetwork.get(network) ?? 0) + count
      if (own > mostOfNetwork || all + count > mostOfAll) return false
      byNetwork.set(network, own)
      all += count
      return true
    },
    held: () => all,
    give(network: string, count: number): void {
      const own = (byNetwork.get(network) ?? 0) - count
      if (own > 0) byNetwork.set(network, own)
      else byNetwork.delete(network)
      all -= count
    },
  }
}

/**
 * Where requests wait for their bodies before they count as there: a sender decides how fast a body comes, so it
 * takes none of the places of work. What waits here is bounded in bytes, and each body has a floor of speed.
 */
export const createBodyRoom = ({ mostOfBody, mostBytes, clock = () => performance.now() }: RoomOptions): BodyRoom => {
  const bytes = createBytes(mostBytes)
  const coming = new Set<Coming>()
  /** Who holds most of a full room makes room for one who holds less: its largest body that is still coming goes. */
  const makeRoom = (network: string, count: number): void => {
    if (!bytes.isFull(count)) return
    const weightOf = (one: Coming): readonly [number, number] => [bytes.of(one.network), one.received]
    const isHeavier = (one: Coming, other: Coming): boolean => {
      const [[ofNetwork, own], [ofOther, others]] = [weightOf(one), weightOf(other)]
      return ofNetwork === ofOther ? own > others : ofNetwork > ofOther
    }
    let largest: Coming | undefined
    for (const one of coming) if (largest === undefined || isHeavier(one, largest)) largest = one
    if (largest !== undefined && bytes.of(largest.network) > bytes.of(network) + count) largest.makeRoom()
  }
  return {
    receive(request, network, done) {
      const pieces: Buffer[] = []
      const release = (): void => bytes.give(network, entry.received)
      const leave = (): void => {
        coming.delete(entry)
        request.off('data', add).off('end', finish).off('close', abandon)
      }
      const refuse = (refusal: Extract<Received, { refusal: string }>['refusal']): void => {
        abandon()
        // What still comes is read by nobody.
        request.resume()
        done({ refusal })
      }
      const abandon = (): void => {
        leave()
        release()
      }
      const add = (piece: Buffer): void => {
        if (entry.received + piece.length > mostOfBody(request.url ?? '')) return refuse('body.too_large')
        makeRoom(network, piece.length)
        if (!bytes.take(network, piece.length)) return refuse('overloaded')
        entry.received += piece.length
        pieces.push(piece)
      }
      const finish = (): void => {
        leave()
        done({ body: Buffer.concat(pieces), release })
      }
      const entry: Coming = {
        network,
        since: clock(),
        received: 0,
        giveUp: () => refuse('request.too_slow'),
        makeRoom: () => refuse('overloaded'),
      }
      coming.add(entry)
      request.on('data', add).once('end', finish).once('close', abandon)
    },
    bytesHeld: bytes.held,
    check() {
      const now = clock()
      for (const { since, received, giveUp } of coming)
        if (now - since > graceMs && received < (now - since) * fewestBytesPerMs) giveUp()
    },
  }
}
