import type { FastifyInstance } from 'fastify'

const prefix = '/storefront/'

/** What lets pages of any origin read an answer. */
const openHeaders = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const

/**
 * The headers with which pages of other origins may read what is answered at an address: refusals too, or a browser
 * takes each for a lost connection. None outside of the storefront.
 *
 * @param url  As it came, or the route's.
 */
export const openHeadersOf = (url: string | undefined): Partial<typeof openHeaders> =>
  url?.startsWith(prefix) === true ? openHeaders : {}

/** Sets them before anything may refuse the request. */
export const installOpenStorefront = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    // The router also finds an address that is spelt in another way.
    void reply.headers({ ...openHeadersOf(request.url), ...openHeadersOf(request.routeOptions.url) })
    done()
  })
}

/** An address of the storefront with a slash at its end is the one without. */
export const withoutLastSlash = (url: string): string => {
  const end = url.indexOf('?')
  const path = end === -1 ? url : url.slice(0, end)
  const isLonger = path.startsWith(prefix) && path.length > prefix.length
  return isLonger && path.endsWith('/') ? path.slice(0, -1) + url.slice(path.length) : url
}
