import { DomainError } from '@afterword/errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Doors for programs on other origins, each with a check of its own, and for browsers, which report without headers of ours. */
const openToOthers = ['/webhooks/', '/api/reports/browser']

/** What the embed sends, from pages of any origin. */
const storefront = '/storefront/'

/** RFC 8058: mail services post here on the customer's behalf, from anywhere, without a browser. */
const oneClickUnsubscribe = '/write/unsubscribe/'

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

const isOwnOrigin = (request: FastifyRequest, publicOrigin: string): boolean => {
  const origin = headerOf(request, 'origin')
  if (origin === undefined || !URL.canParse(origin)) return false
  return origin === publicOrigin || new URL(origin).host === request.host
}

/** Calls of our own pages and of programs: a header no form can send, and no foreign origin. */
const isApiCallAllowed = (request: FastifyRequest, publicOrigin: string): boolean => {
  if (headerOf(request, 'x-app') !== '1') return false
  const site = headerOf(request, 'sec-fetch-site')
  return site === undefined ? isOwnOrigin(request, publicOrigin) : site === 'same-origin'
}

/**
 * Plain forms. `Origin: null` is allowed: under `no-referrer`, which the review page has, browsers
 * send it from our own page too. What authorises such a form is the code in its address.
 */
const isFormAllowed = (request: FastifyRequest, publicOrigin: string): boolean => {
  const site = headerOf(request, 'sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = headerOf(request, 'origin')
  return origin === undefined || origin === 'null' || isOwnOrigin(request, publicOrigin)
}

/** JSON, for which a browser asks leave first: no form of another site's page can send it, with or without a click. */
const isEmbedCallAllowed = (request: FastifyRequest): boolean =>
  /^application\/json *(?:;|$)/i.test(headerOf(request, 'content-type') ?? '')

/** Refuses state-changing requests from other sites with 403 `origin.refused`, whatever they aim at. */
export const installSameOriginGuard = (app: FastifyInstance, publicUrl: string): void => {
  const publicOrigin = new URL(publicUrl).origin
  const isAllowed = (request: FastifyRequest): boolean => {
    if (safeMethods.has(request.method)) return true
    // The route, not the address as it came: the router also finds /%61pi/trpc.
    const url = request.routeOptions.url ?? request.url
    if (openToOthers.some((prefix) => url.startsWith(prefix)) || url.startsWith(oneClickUnsubscribe)) return true
    if (url.startsWith(storefront)) return isEmbedCallAllowed(request)
    // Reports come by sendBeacon, which sets no header of its own.
    const isOurApi = url.startsWith('/api/') && !url.startsWith('/api/auth/') && url !== '/api/reports'
    return isOurApi ? isApiCallAllowed(request, publicOrigin) : isFormAllowed(request, publicOrigin)
  }
  app.addHook('onRequest', (request, _reply, done) => {
    done(isAllowed(request) ? undefined : new DomainError('origin.refused'))
  })
}
