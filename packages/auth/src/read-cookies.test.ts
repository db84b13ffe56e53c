import { expect, test } from 'vitest'
import { readKnownCookie, readLinkCookie, readSessionCookies } from './read-cookies.ts'
import { clearStrayCookies } from './stray-cookies.ts'

test('of a repeated name the last counts, for browsers send what lives at longer paths first', () => {
  const header = 'at=old; rt=older; ml=x; known=y; at=stale; other=1; at=ours; rt=ours; ml=ours; known=ours'
  expect(readSessionCookies(header, false)).toEqual({ accessToken: 'ours', refreshToken: 'ours' })
  expect([readLinkCookie(header, false), readKnownCookie(header, false)]).toEqual(['ours', 'ours'])
  expect(readSessionCookies('__Host-at=a; at=b', true)).toEqual({ accessToken: 'a', refreshToken: undefined })
  expect(readSessionCookies('=x; ; at', false)).toEqual({ accessToken: undefined, refreshToken: undefined })
})

test('what lives beside a cookie of ours is removed wherever the request can have found it, and never at /', () => {
  const lines = clearStrayCookies({ cookie: 'rt=a; at=x; rt=b', address: '/api/session/sign-out?a=/b' }, false)
  expect(lines.map((line) => line.split('; ').slice(0, 3))).toEqual(
    ['/api', '/api/session', '/api/session/sign-out'].map((path) => ['rt=', `Path=${path}`, 'Max-Age=0']),
  )
  expect(clearStrayCookies({ cookie: 'rt=a; at=x', address: '/api/session' }, false)).toEqual([])
  expect(clearStrayCookies({ cookie: '__Host-rt=a; __Host-rt=b', address: '/api' }, true)).toEqual([])
})
