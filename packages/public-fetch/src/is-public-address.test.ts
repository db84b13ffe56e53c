import { expect, test } from 'vitest'
import { isPublicAddress } from './is-public-address.ts'

test.each(['1.1.1.1', '8.8.8.8', '203.0.114.1', '93.184.215.14', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
  '%s is public',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each([
  ['this machine', ['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '::1', '::']],
  ['a private network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd00::1', 'fc00::1']],
  ['the link, with the metadata of clouds', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', '2001:4860::1%lo']],
  ['a provider', ['100.64.0.1', '100.127.255.255', 'fd00:ec2::254']],
  ['documentation and tests', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '2001:db8::1']],
  ['many at once, or nobody yet', ['224.0.0.1', '255.255.255.255', '240.0.0.1', 'ff02::1', '4000::1']],
  [
    'a private address inside another',
    ['::ffff:127.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '::ffff:0:7f00:1', '2001:0:7f00:1::'],
  ],
  ['an old kind of private network', ['fec0::1']],
  ['no address', ['', 'localhost', '127.0.0.1:80', '1.1.1.1/24']],
])('an address of %s is not public', (_name, addresses) => {
  for (const address of addresses) expect([address, isPublicAddress(address)]).toEqual([address, false])
})
