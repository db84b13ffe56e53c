import { expect, test } from 'vitest'
import { toIpPrefix } from './request-origin.ts'

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['::FFFF:192.0.2.1', '192.0.2.0/24'],
  ['2001:db8:7:1::1', '2001:db8:7::/48'],
  ['2001:0DB8:0007:ffff::', '2001:db8:7::/48'],
  ['2001:DB8:7::', '2001:db8:7::/48'],
  ['::1', '0:0:0::/48'],
  ['no address', null],
])('%s belongs to %s, however it is written', (address, network) => expect(toIpPrefix(address)).toBe(network))
