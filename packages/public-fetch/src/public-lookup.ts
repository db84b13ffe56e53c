import { DomainError } from '@afterword/errors'
import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './is-public-address.ts'

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

/**
 * A lookup for sockets that gives out a name's addresses only if all of them are public. The socket connects to what it
 * is given here, so that a second answer of the DNS cannot lead elsewhere.
 *
 * @throws DomainError `website.not_public`, through the socket
 */
export const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    const hand = async (): Promise<void> => {
      try {
        const addresses = await resolve(hostname)
        if (!addresses.every(({ address }) => isPublicAddress(address))) throw new DomainError('website.not_public')
        const [first] = addresses
        if (first === undefined) throw new DomainError('website.unreachable')
        if (options.all === true) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      } catch (error) {
        callback(error instanceof Error ? error : new Error('lookup failed', { cause: error }), '', 0)
      }
    }
    void hand()
  }
