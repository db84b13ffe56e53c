import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildWidget } from './build.ts'

const maxGzipBytes = 10 * 1024

test('the whole embed weighs at most 10 KB gzip', async () => {
  const script = await buildWidget({ publicOrigin: 'https://reviews.example' })
  expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThanOrEqual(maxGzipBytes)
})

test('nothing in the embed parses text as HTML or runs it', async () => {
  expect(await buildWidget({ publicOrigin: 'https://reviews.example' })).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/,
  )
})
