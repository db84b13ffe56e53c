import type { Server } from 'node:http'
import type { Socket } from 'node:net'

interface Limits {
  readonly most: number
  readonly mostPerNetwork: number
  /** The network that is counted; null for a proxy of ours, through which everybody comes. */
  readonly networkOf: (socket: Socket) => string | null
}

export interface Connections {
  /** Told when a request of a connection begins to be served, and when it is answered. */
  readonly begin: (socket: Socket) => void
  readonly rest: (socket: Socket) => void
}

/** Connections that are counted together, and those of them no request is served on: the one that rested longest is first. */
interface Crowd {
  readonly all: Set<Socket>
  readonly atRest: Set<Socket>
}

const createCrowd = (): Crowd => ({ all: new Set(), atRest: new Set() })

const remove = (crowd: Crowd, socket: Socket): void => {
  crowd.all.delete(socket)
  crowd.atRest.delete(socket)
}

/** Who must go so that the crowd is small enough. A newcomer rests too, and is the last who goes of those at rest. */
const findSurplus = ({ all, atRest }: Crowd, most: number): Socket | undefined =>
  all.size <= most ? undefined : atRest.values().next().value

/**
 * Bounds the connections of each network and of all. When there is one too many, the one that has gone longest without
 * a request makes room: kept ones nobody needs, and those that send theirs slowly.
 */
export const limitConnections = (server: Server, { most, mostPerNetwork, networkOf }: Limits): Connections => {
  const everybody = createCrowd()
  const networks = new Map<string, Crowd>()
  const crowdsOf = new WeakMap<Socket, Crowd[]>()

  const crowdOf = (network: string): Crowd => {
    const crowd = networks.get(network) ?? createCrowd()
    networks.set(network, crowd)
    return crowd
  }
  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket)
    const own = network === null ? undefined : crowdOf(network)
    const crowds = own === undefined ? [everybody] : [everybody, own]
    const leave = (): void => {
      for (const crowd of crowds) remove(crowd, socket)
      if (network !== null && own?.all.size === 0) networks.delete(network)
    }
    crowdsOf.set(socket, crowds)
    for (const crowd of crowds) {
      crowd.all.add(socket)
      crowd.atRest.add(socket)
    }
    socket.once('close', leave)
    const surplus = (own && findSurplus(own, mostPerNetwork)) ?? findSurplus(everybody, most)
    if (surplus === undefined) return
    for (const crowd of crowdsOf.get(surplus) ?? []) remove(crowd, surplus)
    surplus.destroy()
  })
  return {
    begin: (socket) => {
      for (const { atRest } of crowdsOf.get(socket) ?? []) atRest.delete(socket)
    },
    rest: (socket) => {
      for (const { all, atRest } of crowdsOf.get(socket) ?? []) if (all.has(socket)) atRest.add(socket)
    },
  }
}
