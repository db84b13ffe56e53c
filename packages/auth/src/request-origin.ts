import { isIPv4, isIPv6 } from 'node:net'
import type { Origin } from './auth.ts'

const families: readonly (readonly [RegExp, string])[] = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/\bcurl\//, 'curl'],
]

/** The eight groups of an IPv6 address; `::` filled in. */
const expandIpv6 = (address: string): string[] => {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  if (tail === undefined) return left
  const right = tail === '' ? [] : tail.split(':')
  const missing = Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right]
}

/** One spelling of a group: `0DB8` is `db8`. */
const shortGroup = (group: string): string => Number.parseInt(group, 16).toString(16)

/** The network an address belongs to, in one spelling: /24 for IPv4, /48 for IPv6; null when it is neither. */
export const toIpPrefix = (address: string): string | null => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  if (isIPv6(plain)) return `${expandIpv6(plain).slice(0, 3).map(shortGroup).join(':')}::/48`
  return null
}

/** What counts as one caller wherever callers are counted: a network, or what came instead of an address. */
export const toNetwork = (address: string): string => toIpPrefix(address) ?? address

export const describeOrigin = (ip: string, userAgent: string | undefined): Origin => ({
  ipPrefix: toIpPrefix(ip),
  uaFamily: families.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null,
})
