import { expect, test } from 'vitest'
import { readEnv } from './env.ts'
import { parseTrustedProxies } from './trusted-proxies.ts'

const trusts = (text: string, address: string, hop = 0): boolean | undefined =>
  parseTrustedProxies(text)?.(address, hop)

test('nobody is trusted unless it is said', () => {
  for (const text of ['', 'false', '0']) expect(trusts(text, '127.0.0.1'), text).toBe(false)
})

test('a number trusts so many proxies before us, whatever their addresses', () => {
  expect([trusts('2', '192.0.2.7', 0), trusts('2', '192.0.2.7', 1), trusts('2', '192.0.2.7', 2)]).toEqual([
    true,
    true,
    false,
  ])
})

test('a list trusts its addresses and ranges and no others', () => {
  const list = 'loopback, 10.0.0.0/8,2001:db8::/32, 192.0.2.7'
  for (const address of ['127.9.9.9', '::1', '10.1.2.3', '2001:db8:1::5', '192.0.2.7'])
    expect(trusts(list, address), address).toBe(true)
  for (const address of ['11.0.0.1', '192.0.2.8', '2001:db9::1', 'nonsense', ''])
    expect(trusts(list, address), address).toBe(false)
})

test.each(['true', 'yes', '11', '-1', '10.0.0.0/33', '10.0.0', 'proxy.example', 'loopback,true', '10.0.0.0/8/8', ','])(
  'the process does not start with TRUST_PROXY=%s, and is told what to set',
  (TRUST_PROXY) => {
    const env = {
      PUBLIC_URL: 'https://reviews.example',
      DATABASE_URL: 'postgres://x',
      WEB_URL: 'http://127.0.0.1:1',
      AFTERWORD_SECRET: 'x'.repeat(32),
    }
    expect(() => readEnv({ ...env, TRUST_PROXY: '1' })).not.toThrow()
    expect(() => readEnv({ ...env, TRUST_PROXY })).toThrow(/Set TRUST_PROXY to how many proxies/)
  },
)
