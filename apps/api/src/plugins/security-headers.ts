import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** Pages that mailed links lead to. */
const secretAddress = /^\/(?:write|invite|reset-password|sign-in\/link)\//

interface HeaderOptions {
  readonly isSecure: boolean
  readonly isDevelopment: boolean
}

/**
 * Pages may load nothing from elsewhere but pictures, which shops keep on their platform's servers. Next writes
 * inline scripts and styles, hence `unsafe-inline` for both.
 */
const createHelmet = ({ isSecure, isDevelopment }: HeaderOptions) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        connectSrc: ["'self'", ...(isDevelopment ? ['ws:', 'wss:'] : [])],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:', 'https:', 'http:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'", "'unsafe-inline'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
        styleSrc: ["'self'", "'unsafe-inline'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: false,
    originAgentCluster: true,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })

/** What helmet sets, asked once: it is the same for every answer, and helmet puts the policy together at each. */
const securityHeaders = (options: HeaderOptions): OutgoingHttpHeaders => {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  createHelmet(options)(request, response, (error) => {
    if (error !== undefined) throw new Error('helmet refused its settings', { cause: error })
  })
  return response.getHeaders()
}

/** Headers of every answer. */
export const installSecurityHeaders = (app: FastifyInstance, options: HeaderOptions): void => {
  const headers = securityHeaders(options)
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers)
    // The address is a secret that opens something: it goes to no log, cache or index.
    if (secretAddress.test(request.url)) {
      void reply.headers({
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      })
    }
    done()
  })
}
