import { toNetwork } from '@afterword/auth/request-origin'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { readCaller } from './caller.ts'
import { parseTrustedProxies } from '../process/trusted-proxies.ts'

/** A request from an address, with what it says of those before it. */
const from = (address: string, forwardedFor?: string): IncomingMessage => {
  const request = new IncomingMessage(Object.defineProperty(new Socket(), 'remoteAddress', { value: address }))
  if (forwardedFor !== undefined) request.headers['x-forwarded-for'] = forwardedFor
  return request
}
const callerOf = (trust: string, request: IncomingMessage): string =>
  readCaller(request, parseTrustedProxies(trust) ?? (() => false)).address

test('without trusted proxies the caller is who is connected, whatever it says', () => {
  expect(readCaller(from('192.0.2.7', '198.51.100.9'), () => false)).toEqual({ address: '192.0.2.7', isProxied: false })
})

test.each([
  ['1', '10.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['1', '10.0.0.1', 'forged, 203.0.113.5', '203.0.113.5'],
  ['2', '10.0.0.1', '6.6.6.6, 203.0.113.5, 10.0.0.2', '203.0.113.5'],
  ['10.0.0.0/8', '10.0.0.1', '6.6.6.6, 203.0.113.5, 10.0.0.2', '203.0.113.5'],
  ['10.0.0.0/8', '203.0.113.9', '6.6.6.6', '203.0.113.9'],
  ['loopback', '::ffff:127.0.0.1', '203.0.113.5:4711', '203.0.113.5'],
  ['loopback', '::1', '[2001:db8::5]:4711', '2001:db8::5'],
  ['1', '10.0.0.1', 'not an address', '10.0.0.1'],
  ['1', '10.0.0.1', undefined, '10.0.0.1'],
])('trusting %s, from %s with %s, the caller is %4$s', (trust, peer, forwardedFor, expected) => {
  expect(callerOf(trust, from(peer, forwardedFor))).toBe(expected)
})

test('callers of one network count as one', () => {
  expect([toNetwork('192.0.2.7'), toNetwork('2001:db8:7:1::9'), toNetwork('')]).toEqual([
    '192.0.2.0/24',
    '2001:db8:7::/48',
    '',
  ])
})
