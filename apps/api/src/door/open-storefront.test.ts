import { expect, test } from 'vitest'
import { withoutLastSlash } from './open-storefront.ts'

test.each([
  ['/storefront/v1/widget.js/', '/storefront/v1/widget.js'],
  ['/storefront/v1/a/summaries/?products=1,2/', '/storefront/v1/a/summaries?products=1,2/'],
  ['/storefront/v1/a/summaries?products=1/', '/storefront/v1/a/summaries?products=1/'],
  ['/storefront/v1/a/products/1/reviews', '/storefront/v1/a/products/1/reviews'],
  ['/sign-in/', '/sign-in/'],
  ['/api/session/?next=/storefront/', '/api/session/?next=/storefront/'],
  ['/storefront/', '/storefront/'],
  ['/', '/'],
])('only the storefront’s addresses lose a slash at their end: %s', (url, expected) => {
  expect(withoutLastSlash(url)).toBe(expected)
})
