import { expect, test } from 'vitest'
import { isAsset, workClassOf } from './work-class-of.ts'

test.each([
  ['POST', '/api/trpc/customer.review.submit', 'vital'],
  ['GET', '/api/trpc/customer.review.status?input=%7B%7D', 'vital'],
  ['POST', '/write/detail/abc/reviews', 'vital'],
  ['POST', '/api/session', 'vital'],
  ['POST', '/api/session/refresh', 'vital'],
  ['POST', '/api/auth/callback/credentials', 'vital'],
  ['POST', '/webhooks/shopify', 'vital'],
  ['GET', '/write/detail/abc?rating=5', 'visitor'],
  ['GET', '/write/detail/abc/reviews', 'visitor'],
  ['POST', '/api/trpc/customer.review.saveDraft', 'visitor'],
  ['GET', '/storefront/v1/shop/products/1/summary', 'visitor'],
  ['GET', '/api/trpc/admin.review.list?input=%7B%7D', 'staff'],
  ['GET', '/admin/reviews', 'staff'],
  ['POST', '/api/export/reviews.csv', 'staff'],
  ['POST', '/api/reports', 'staff'],
  ['GET', '/anything/else', 'staff'],
])('%s %s is %s', (method, url, expected) => {
  expect(workClassOf({ method, url })).toBe(expected)
})

test('an urgent name in a batch takes nothing else along', () => {
  const url = '/api/trpc/customer.review.status,admin.review.list?batch=1'
  expect(workClassOf({ method: 'GET', url })).toBe('staff')
  expect(workClassOf({ method: 'GET', url: url.replace(',', '%2C') })).toBe('staff')
})

test.each(['/healthz', '/readyz'])('%s belongs to no class: it always gets an answer', (url) => {
  expect(workClassOf({ method: 'GET', url })).toBeNull()
})

test('a part of a page is known by its address, and none that a stranger could make up without end', () => {
  expect(isAsset('/_next/static/chunks/a1.js')).toBe(true)
  expect(['/_next/static/chunks/a1.js?1', '/_next/image?url=a', '/admin/_next/static/a.js'].filter(isAsset)).toEqual([])
})
