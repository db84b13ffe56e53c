import { expect, test } from 'vitest'
import { readSignedCaller, signCaller } from './caller-header.ts'
import { createKeyring } from './keyring.ts'

const keyring = createKeyring('a secret of thirty-two characters or more')
const other = createKeyring('another secret of thirty-two characters')

test('what the door signed is read, IPv4 and IPv6', () => {
  for (const address of ['192.0.2.7', '2001:db8::7', ''])
    expect(readSignedCaller(keyring, signCaller(keyring, address))).toBe(address)
})

test('an address without its signature, with another’s or under another secret is nobody’s', () => {
  const [mac] = signCaller(keyring, '192.0.2.7').split(' ')
  for (const value of [null, '', '192.0.2.7', ' 192.0.2.7', `${mac} 192.0.2.8`, signCaller(other, '192.0.2.7')])
    expect(readSignedCaller(keyring, value), String(value)).toBeNull()
})
