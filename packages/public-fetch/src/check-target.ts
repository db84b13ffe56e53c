import { DomainError } from '@afterword/errors'
import { isPublicAddress } from './is-public-address.ts'

const webPorts: ReadonlySet<string> = new Set(['', '80', '443'])

/** `URL` writes an IPv6 host in brackets. */
const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

const isIpAddress = (hostname: string): boolean => hostname.startsWith('[') || /^[\d.]+$/.test(hostname)

/** Names of private networks, which no public resolver knows (RFC 6762, 7686, 8375, 9476). */
const privateNames = /\.(?:localhost|local|internal|lan|home\.arpa|alt|onion)$/

const isPublicName = (hostname: string): boolean => {
  const name = hostname.replace(/\.$/, '')
  return name.includes('.') && !privateNames.test(name)
}

/**
 * An address that a person typed, as one that may be asked. `URL` has by then undone other spellings of an IP address:
 * `2130706433`, `0x7f.1` and `１２７.0.0.1` are all 127.0.0.1.
 *
 * @param allowedHosts  `host:port` of the operator's own, which may be private.
 * @throws DomainError `website.address_invalid`, `website.not_public`
 */
export const checkTarget = (address: string, allowedHosts: ReadonlySet<string>): URL => {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new DomainError('website.address_invalid')
  if (allowedHosts.has(url.host)) return url
  const isPublic = isIpAddress(url.hostname) ? isPublicAddress(bareHost(url.hostname)) : isPublicName(url.hostname)
  if (!isPublic || !webPorts.has(url.port)) throw new DomainError('website.not_public')
  return url
}
