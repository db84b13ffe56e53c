import { BlockList, isIP, isIPv6 } from 'node:net'

/**
 * Whether a proxy is one of ours, and what it says of a caller is believed.
 *
 * @param address  Of the proxy.
 * @param hop      How many proxies lie between it and us: 0 for the one that is connected to us.
 */
export type IsTrustedProxy = (address: string, hop: number) => boolean

const mostHops = 10
const loopback = ['127.0.0.0/8', '::1/128']

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** Adds an address or a range to the list. @returns Whether it was one */
const addRange = (list: BlockList, range: string): boolean => {
  const [address = '', bits, ...more] = range.split('/')
  if (isIP(address) === 0 || more.length > 0) return false
  const most = isIPv6(address) ? 128 : 32
  if (bits === undefined) {
    list.addAddress(address, familyOf(address))
    return true
  }
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > most) return false
  list.addSubnet(address, Number(bits), familyOf(address))
  return true
}

/**
 * Reads what `TRUST_PROXY` says: nothing, `false` or `0` for nobody, how many proxies stand before us, or which they
 * are: addresses and ranges with commas between them, `loopback` for this machine.
 *
 * @returns null when it says none of these.
 */
export const parseTrustedProxies = (text: string): IsTrustedProxy | null => {
  const value = text.trim().toLowerCase()
  if (value === '' || value === 'false' || value === '0') return () => false
  if (/^\d{1,2}$/.test(value)) {
    const hops = Number(value)
    return hops <= mostHops ? (_address, hop) => hop < hops : null
  }
  const list = new BlockList()
  const ranges = value.split(',').flatMap((part) => (part.trim() === 'loopback' ? loopback : [part.trim()]))
  if (!ranges.every((range) => addRange(list, range))) return null
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address))
}
