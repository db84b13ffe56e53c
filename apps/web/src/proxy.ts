import { type NextRequest, NextResponse } from 'next/server'

const sessionCookies = ['at', '__Host-at']

/** Pages of customers, who have no session. */
const isCustomerPage = (pathname: string): boolean => pathname.startsWith('/write/')

/**
 * Notes the page's address for the guard and the root layout, and saves people without any session the way through it.
 * It authorises nobody: pages and procedures check the session themselves.
 */
export const proxy = (request: NextRequest): NextResponse => {
  const path = `${request.nextUrl.pathname}${request.nextUrl.search}`
  if (!isCustomerPage(request.nextUrl.pathname) && !sessionCookies.some((name) => request.cookies.has(name))) {
    // Next hands it out as a relative address, so the internal one we listen on does not show.
    return NextResponse.redirect(new URL(`/sign-in?next=${encodeURIComponent(path)}`, request.nextUrl))
  }
  const headers = new Headers(request.headers)
  headers.set('x-page-path', path)
  return NextResponse.next({ request: { headers } })
}

export const config = { matcher: ['/admin/:path*', '/operator/:path*', '/write/:path*'] }
