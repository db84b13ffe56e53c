import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Pages that mailed links lead to. */
const secretAddress = /^\/(?:write|invite|reset-password|sign-in\/link)\//

/**
 * Headers of every answer. Pages may load nothing from elsewhere but pictures, which shops keep on
 * their platform's servers. Next writes inline scripts and styles, hence `unsafe-inline` for both.
 */
export const installSecurityHeaders = async (
  app: FastifyInstance,
  options: { isSecure: boolean; isDevelopment: boolean },
): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        connectSrc: ["'self'", ...(options.isDevelopment ? ['ws:', 'wss:'] : [])],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:', 'https:', 'http:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'", "'unsafe-inline'", ...(options.isDevelopment ? ["'unsafe-eval'"] : [])],
        styleSrc: ["'self'", "'unsafe-inline'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: false,
    originAgentCluster: true,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: options.isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
  app.addHook('onRequest', async (request, reply) => {
    // The address is a secret that opens something: it goes to no log, cache or index.
    if (!secretAddress.test(request.url)) return
    void reply.headers({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    })
  })
}
