import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isScannerRequest } from './classify-link-hit.ts'

const browsers = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15; SM-S931N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (Linux; Android 14; SM-A556 Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0 Mobile Safari/537.36 KAKAOTALK/25.1.0 (INAPP)',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/520.0]',
]
const headers = { accept: 'text/html', 'accept-language': 'en' }
const ask = (change: Record<string, string | undefined>, method = 'GET') =>
  isScannerRequest({ method, headers: { ...headers, 'user-agent': browsers[0], ...change } })

test('browsers of people are taken for people', () => {
  for (const userAgent of browsers) expect(ask({ 'user-agent': userAgent }), userAgent).toBe(false)
})

test('programs give themselves away: by name, by asking ahead or for the head only, by what they leave out', () => {
  expect(ask({}, 'HEAD')).toBe(true)
  expect(ask({ 'sec-purpose': 'prefetch;prerender' })).toBe(true)
  expect(ask({ 'x-moz': 'prefetch' })).toBe(true)
  for (const name of ['user-agent', 'accept', 'accept-language']) expect(ask({ [name]: undefined }), name).toBe(true)
  for (const userAgent of ['curl/8.5.0', 'Mozilla/5.0 (Windows NT 10.0) HeadlessChrome/142.0', 'BingPreview/1.0b']) {
    expect(ask({ 'user-agent': userAgent }), userAgent).toBe(true)
  }
})

const dataDir =
  process.env['AFTERWORD_SHARED_DATA'] ?? fileURLToPath(new URL('../../../../../../shared/data', import.meta.url))
const file = path.join(dataDir, 'user-agents/crawler-user-agents.json')

test.skipIf(!existsSync(file))('of the public list of programs at least four of five are recognised', () => {
  const list = JSON.parse(readFileSync(file, 'utf8')) as { instances?: string[] }[]
  const agents = list.flatMap(({ instances }) => instances ?? [])
  const known = agents.filter((userAgent) => ask({ 'user-agent': userAgent }))
  expect(agents.length).toBeGreaterThan(1_000)
  expect(known.length / agents.length).toBeGreaterThan(0.8)
})
