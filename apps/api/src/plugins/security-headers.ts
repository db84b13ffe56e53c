import type { FastifyInstance } from 'fastify'

/** Pages that mailed links lead to. */
const secretAddress = /^\/(?:write|invite|reset-password|sign-in\/link)\//

/**
 * Pages may load nothing from elsewhere but pictures, which shops keep on their platform's servers. Next writes
 * inline scripts and styles, hence `unsafe-inline` for both.
 */
const contentSecurityPolicy = (isDevelopment: boolean): string =>
  [
    "default-src 'self'",
    "base-uri 'self'",
    `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
    "font-src 'self' data:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data: https: http:",
    "object-src 'none'",
    `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
  ].join(';')

/** Those of helmet 8. They are the same for every answer: helmet would put the policy together at each. */
const securityHeaders = (options: { isSecure: boolean; isDevelopment: boolean }): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(options.isDevelopment),
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
  ...(options.isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})

/** Headers of every answer. */
export const installSecurityHeaders = (
  app: FastifyInstance,
  options: { isSecure: boolean; isDevelopment: boolean },
): void => {
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
