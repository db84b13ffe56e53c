import ipaddr from 'ipaddr.js'

/** Global unicast: the only IPv6 block that is routed on the internet (IANA). */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * Whether an IP address belongs to the public internet: not this machine, not a private network, not a provider's own
 * services, and nothing that carries such an address inside (IPv4-mapped, NAT64, 6to4, Teredo).
 *
 * @param text  As `dns.lookup` or `URL` gives it, without brackets.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export const isPublicAddress = (text: string): boolean => {
  // A zone names a network of this machine.
  if (!ipaddr.isValid(text) || text.includes('%')) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(globalUnicast)
}
