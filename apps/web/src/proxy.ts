import { type NextRequest, NextResponse } from 'next/server'

const sessionCookies = ['at', '__Host-at']

/**
 * Notes the page's address for the guard and saves people without any session the way through it.
 * It authorises nobody: pages and procedures check the session themselves.
 */
export const proxy = (request: NextRequest): NextResponse => {
  const path = `${request.nextUrl.pathname}${request.nextUrl.search}`
  if (!sessionCookies.some((name) => request.cookies.has(name))) {
    // A relative address: the one we listen on is internal.
    return new NextResponse(null, { status: 307, headers: { location: `/sign-in?next=${encodeURIComponent(path)}` } })
  }
  const headers = new Headers(request.headers)
  headers.set('x-page-path', path)
  return NextResponse.next({ request: { headers } })
}

export const config = { matcher: ['/admin/:path*', '/operator/:path*'] }
