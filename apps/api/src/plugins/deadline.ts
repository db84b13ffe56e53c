import { DomainError } from '@afterword/errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * How long an answer may take before it is 503 instead. Longer than Postgres' own limit for a lock
 * (3 s) or a statement (15 s), so that this speaks when Postgres does not.
 */
const deadlines = [
  // A balancer asks every few seconds.
  { prefix: '/readyz', ms: 5_000 },
  // Less than the browser waits (10 s), which is less than the window in which the same token is
  // given again: docs/decisions/006-refresh-rotation.md.
  { prefix: '/api/session', ms: 8_000 },
  // Less than a platform waits (5 s) before it calls the delivery failed and sends it again.
  { prefix: '/webhooks', ms: 4_500 },
  { prefix: '/.well-known', ms: 8_000 },
  { prefix: '/api/reports', ms: 20_000 },
  // Until its first line: an export that has begun takes its time.
  { prefix: '/api/export', ms: 20_000 },
  { prefix: '/api/trpc', ms: 20_000 },
  { prefix: '/storefront', ms: 20_000 },
  // Forms of customers' pages.
  { prefix: '/write', ms: 20_000 },
] as const

/**
 * Bounds the wait of a caller whose answer never comes, e.g. because the network to Postgres went
 * away without a word. What was begun may still be committed: callers ask again. (Fastify's own
 * `handlerTimeout` ends with the request's body: for a POST it never strikes.)
 */
export const installDeadlines = (app: FastifyInstance): void => {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  app.addHook('onRequest', (request, reply, done) => {
    const deadline = deadlines.find(({ prefix }) => request.routeOptions.url?.startsWith(prefix))
    if (deadline === undefined) {
      done()
      return
    }
    const giveUp = (): void => {
      const cause = new Error(`No answer within ${deadline.ms} ms.`)
      if (reply.sent) return
      // The caller has its answer: what the handler sends later is dropped, and is no mistake of the handler's.
      reply.raw.once('finish', () => void Object.assign(reply, { send: () => reply }))
      void reply.send(new DomainError('unavailable', { cause }))
    }
    const timer = setTimeout(giveUp, deadline.ms)
    timers.set(request, timer)
    // Somebody who hung up waits for nothing.
    reply.raw.once('close', () => clearTimeout(timer))
    done()
  })
  app.addHook('onResponse', (request, _reply, done) => {
    clearTimeout(timers.get(request))
    done()
  })
  // Nobody waits any more: a page that was left is no failure of ours.
  app.addHook('onRequestAbort', (request, done) => {
    clearTimeout(timers.get(request))
    done()
  })
}
