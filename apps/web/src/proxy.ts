import { readSessionCookies } from '@afterword/auth/read-cookies'
import { clearStrayCookies } from '@afterword/auth/stray-cookies'
import { type NextRequest, NextResponse } from 'next/server'
import { renewHref } from './navigation/renew-href.ts'

/** Where a request without an access token goes; undefined with one, whatever it is worth. */
const wayOf = (cookie: string | undefined, path: string): string | undefined => {
  const held = [true, false].map((isSecure) => readSessionCookies(cookie, isSecure))
  if (held.some(({ accessToken }) => accessToken !== undefined)) return undefined
  // A browser that was closed over night may have kept the longer of the two.
  if (held.some(({ refreshToken }) => refreshToken !== undefined)) return renewHref(path)
  return `/sign-in?next=${encodeURIComponent(path)}`
}

/**
 * Notes the page's address for the guard, saves people without any session the way through it, and leads those who
 * have no more than a refresh token to where it is used. It authorises nobody: pages and procedures check the session
 * themselves.
 */
export const proxy = (request: NextRequest): NextResponse => {
  const { pathname, search } = request.nextUrl
  const path = `${pathname}${search}`
  const cookie = request.headers.get('cookie') ?? undefined
  const way = wayOf(cookie, path)
  // Next hands it out as a relative address, so the internal one we listen on does not show.
  if (way !== undefined) return NextResponse.redirect(new URL(way, request.nextUrl))
  const headers = new Headers(request.headers)
  headers.set('x-page-path', path)
  const response = NextResponse.next({ request: { headers } })
  for (const stray of clearStrayCookies({ cookie, address: pathname }, false))
    response.headers.append('set-cookie', stray)
  return response
}

export const config = { matcher: ['/admin/:path*', '/operator/:path*'] }
