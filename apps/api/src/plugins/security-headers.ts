import type { FastifyInstance, FastifyReply } from 'fastify'
import helmet from 'helmet'
import { randomBytes } from 'node:crypto'
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { loadAgainSource } from '../own-pages/wait-page.ts'

/** Pages that mailed links lead to. */
const secretAddress = /^\/(?:write|invite|reset-password|sign-in\/link)\//

interface HeaderOptions {
  readonly isSecure: boolean
  readonly isDevelopment: boolean
}

/**
 * Pages may load nothing from elsewhere but pictures, which shops keep on their platform's servers. Of scripts
 * within a page only those run that carry its nonce. Next writes inline styles, hence `unsafe-inline` for those.
 */
const createHelmet = ({ isSecure, isDevelopment }: HeaderOptions, scriptSources: readonly string[]) =>
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
        scriptSrc: ["'self'", ...scriptSources, ...(isDevelopment ? ["'unsafe-eval'"] : [])],
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
const securityHeaders = (options: HeaderOptions, scriptSources: readonly string[] = []): OutgoingHttpHeaders => {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  createHelmet(options, scriptSources)(request, response, (error) => {
    if (error !== undefined) throw new Error('helmet refused its settings', { cause: error })
  })
  return response.getHeaders()
}

const policyHeader = 'content-security-policy'
const nonceBytes = 16

/**
 * Pages of apps/web: each gets a policy with a nonce of its own. It goes to apps/web as a header of the request, out
 * of which Next takes the nonce for the scripts it writes; one that a caller sent does not get there.
 */
export const installPagePolicy = (app: FastifyInstance, options: HeaderOptions): void => {
  const nonce = 'NONCE'
  const template = String(securityHeaders(options, [`'nonce-${nonce}'`, loadAgainSource])[policyHeader])
  app.addHook('onRequest', (request, reply, done) => {
    const policy = template.replace(nonce, randomBytes(nonceBytes).toString('base64'))
    request.headers[policyHeader] = policy
    void reply.header(policyHeader, policy)
    done()
  })
}

/** Lets the one script run that loads a page of this process's own again (own-pages/wait-page.ts). */
export const allowLoadAgain = (reply: FastifyReply): void => {
  const policy = String(reply.getHeader(policyHeader))
  if (!policy.includes(loadAgainSource)) {
    void reply.header(policyHeader, policy.replace("script-src 'self'", `script-src 'self' ${loadAgainSource}`))
  }
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
