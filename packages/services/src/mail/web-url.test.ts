import { expect, test } from 'vitest'
import { absoluteWebUrl } from './web-url.ts'

test('a relative picture address works from a mailbox', () => {
  expect(absoluteWebUrl('/demo/mug.jpg', 'https://reviews.example')).toBe('https://reviews.example/demo/mug.jpg')
  expect(absoluteWebUrl('https://cdn.example/mug.jpg', 'https://reviews.example')).toBe('https://cdn.example/mug.jpg')
})

test('an address that is not of the web is left out', () => {
  for (const url of [null, 'javascript:alert(1)', 'data:text/html,x', 'cid:logo', 'https://']) {
    expect(absoluteWebUrl(url, 'https://reviews.example')).toBeNull()
  }
})
