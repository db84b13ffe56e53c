import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { IsTrustedProxy } from '../process/trusted-proxies.ts'

export interface Caller {
  /** An IP address; '' when the connection is gone already. */
  readonly address: string
  /** Whether a proxy of ours handed the request on, so that what it says of its caller is believed. */
  readonly isProxied: boolean
}

/** IPv4 as IPv6 spells it, and the port that some proxies add, taken away. */
const plainAddress = (text: string): string => {
  const address = text.trim().replace(/^::ffff:(?=\d+\.)/i, '')
  return /^\[([^\]]+)\]/.exec(address)?.[1] ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
}

/** The addresses before the one that is connected to us, the nearest first. */
const readForwardedFor = ({ headers }: IncomingMessage): string[] =>
  [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map(plainAddress).toReversed()

/**
 * Who asks: the nearest address that is no proxy of ours. This is the one place that decides it; it reads
 * `X-Forwarded-For` before `cleanHeaders` takes it away.
 */
export const readCaller = (request: IncomingMessage, isTrusted: IsTrustedProxy): Caller => {
  const peer = plainAddress(request.socket.remoteAddress ?? '')
  let address = peer
  for (const [hop, before] of readForwardedFor(request).entries()) {
    if (!isTrusted(address, hop) || isIP(before) === 0) break
    address = before
  }
  return { address, isProxied: isTrusted(peer, 0) }
}
