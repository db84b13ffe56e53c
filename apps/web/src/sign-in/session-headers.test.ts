import { expect, test } from 'vitest'
import { withoutNextAuthSession } from './session-headers.ts'

const headersWith = (...cookies: string[]): Headers => {
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return headers
}

test('next-auth’s session cookie is dropped, under every name it takes', () => {
  const headers = headersWith(
    'next-auth.session-token=abc; Path=/; HttpOnly',
    '__Secure-next-auth.session-token=abc; Path=/; Secure',
    '__Secure-next-auth.session-token.0=abc; Path=/; Secure',
  )
  expect(withoutNextAuthSession(headers).getSetCookie()).toEqual([])
})

test('its CSRF and callback cookies and all other headers stay, commas in dates included', () => {
  const csrf = 'next-auth.csrf-token=a%7Cb; Path=/; HttpOnly'
  const callback = 'next-auth.callback-url=http%3A%2F%2Fx; Expires=Tue, 24 Nov 2026 00:00:00 GMT'
  const headers = withoutNextAuthSession(headersWith(csrf, 'next-auth.session-token=abc', callback))
  expect(headers.getSetCookie()).toEqual([csrf, callback])
  expect(headers.get('content-type')).toBe('application/json')
})
