import { expect, test } from 'vitest'
import { safeNextPath, signInHref, readNextPath } from './next-path.ts'

test('a path of our own is kept with its query', () => {
  expect(safeNextPath('/admin/reviews?status=published&rating=2')).toBe('/admin/reviews?status=published&rating=2')
})

test('what is no path of our own leads to the admin', () => {
  for (const next of ['//evil.example', '/..//evil.example', 'https://evil.example', '', null, undefined]) {
    expect(safeNextPath(next), String(next)).toBe('/admin')
  }
})

test('sign-in does not lead to itself', () => {
  expect(safeNextPath('/sign-in?next=/sign-in')).toBe('/admin')
})

test('the address survives being carried in an address', () => {
  const href = signInHref('/admin/reviews?search=a%26b&rating=2')
  expect(new URL(href, 'http://x').searchParams.get('next')).toBe('/admin/reviews?search=a%26b&rating=2')
})

test('the sign-in page leads to its next, or to the path of next-auth’s address, and nowhere else', () => {
  const read = (query: string) => readNextPath(new URLSearchParams(query), 'https://reviews.example.com')
  const whole = (address: string) => `callbackUrl=${encodeURIComponent(address)}`
  expect(read('next=/admin/widget')).toBe('/admin/widget')
  expect(read(whole('https://reviews.example.com/admin/widget?a=1'))).toBe('/admin/widget?a=1')
  for (const address of [
    'https://reviews.example.com',
    'https://reviews.example.com.evil.example/x',
    'https://evil.example/',
  ]) {
    expect(read(whole(address)), address).toBe('/admin')
  }
  expect(read(whole('https://reviews.example.com//evil.example'))).toBe('/admin')
  expect(read('')).toBe('/admin')
})
