import { expect, test } from 'vitest'
import { hasTooManyFields, hasTooManyParameters, mostBodyBytes } from './body-limits.ts'

test('an address with more parameters than any of ours is told from one with as many as a page may have', () => {
  expect(hasTooManyParameters(`/sign-in?${'a&'.repeat(3_990)}`)).toBe(true)
  expect(hasTooManyParameters(`/sign-in?${'a=1&'.repeat(100)}`)).toBe(false)
  expect(hasTooManyParameters('/write/detail/x?rating=5')).toBe(false)
})

test('a form of half a million fields is told from a review with many ampersands in its JSON', () => {
  const form = 'application/x-www-form-urlencoded'
  expect(hasTooManyFields(form, Buffer.from('a&'.repeat(500_000)))).toBe(true)
  expect(hasTooManyFields(undefined, Buffer.from('a&'.repeat(500_000)))).toBe(true)
  expect(hasTooManyFields(form, Buffer.from('rating=5&body=Soft'))).toBe(false)
  expect(hasTooManyFields('application/json; charset=utf-8', Buffer.from(JSON.stringify('&'.repeat(5_000))))).toBe(
    false,
  )
})

test('only a platform’s message may be large', () => {
  expect(mostBodyBytes('/webhooks/shopify')).toBeGreaterThan(1_000_000)
  for (const url of ['/api/trpc/customer.review.submit', '/write/detail/x/reviews', '/made-up', '/api/auth/callback'])
    expect(mostBodyBytes(url), url).toBeLessThanOrEqual(262_144)
})
