import { toNetwork } from '@afterword/auth/request-origin'
import { redactUrl } from '@afterword/logger'
import { parseAttemptId, parseRequestId } from '@afterword/tracing/call-ids'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { watchCongestion } from './admission/watch-congestion.ts'
import { createDatabaseWatch } from './process/database-watch.ts'
import type { ApiDeps } from './process/deps.ts'
import { createSlowness } from './admission/slowness.ts'
import { installAdmission, installTiming } from './plugins/admission.ts'
import { installBrowserReporting } from './plugins/browser-reporting.ts'
import { installDeadlines } from './plugins/deadline.ts'
import { answerUnreadable, createCallers, httpLimits, installDoor } from './plugins/door.ts'
import { installReceivedBodies } from './plugins/received-bodies.ts'
import { installDrain } from './process/drain.ts'
import { answerError, installErrorHandler } from './plugins/error-handler.ts'
import { installOpenStorefront, openHeadersOf, withoutLastSlash } from './door/open-storefront.ts'
import { installAttemptLog } from './plugins/attempt-log.ts'
import { installSameOriginGuard } from './plugins/same-origin.ts'
import { installSecurityHeaders } from './plugins/security-headers.ts'
import { installTracing } from './plugins/tracing.ts'
import { browserReportRoutes } from './routes/browser-reports.ts'
import { customerFormRoutes } from './routes/customer-forms.ts'
import { assetRoutes } from './routes/assets.ts'
import { exportRoutes } from './routes/export.ts'
import { healthRoutes } from './routes/health.ts'
import { pageRoutes } from './routes/pages.ts'
import { accountRoutes } from './routes/account.ts'
import { mailedWayInRoutes } from './routes/mailed-ways-in.ts'
import { jwksRoutes } from './routes/jwks.ts'
import { reportRoutes } from './routes/reports.ts'
import { sessionRoutes } from './routes/session.ts'
import { storefrontRoutes } from './routes/storefront.ts'
import { trpcRoutes } from './routes/trpc.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { widgetRoutes } from './routes/widget.ts'

/** Longer than a load balancer keeps a connection, so that it is never us who closes one in use. */
const keepAliveTimeoutMs = 75_000
const bodyLimitBytes = 1024 * 1024

/** What a log line says of a request: no header, and no link code. */
const describeRequest = (request: { method: string; url: string }) => ({
  method: request.method,
  url: redactUrl(request.url),
})

/** The public door: everything a browser, a storefront or a platform asks of us comes through here. */
export const createServer = async (deps: ApiDeps): Promise<FastifyInstance> => {
  const logger: FastifyBaseLogger = deps.logger.child({}, { serializers: { req: describeRequest } })
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    // oxlint-disable-next-line max-params -- fastify's form
    childLoggerFactory(parent, bindings, options, request) {
      const attemptId = parseAttemptId(request.headers['x-attempt-id'])
      return parent.child(attemptId === undefined ? bindings : { ...bindings, attemptId }, options)
    },
    // Of our own door: what comes from outside has been taken out by then (door/clean-headers.ts).
    trustProxy: true,
    http: httpLimits,
    clientErrorHandler: answerUnreadable,
    bodyLimit: bodyLimitBytes,
    keepAliveTimeout: keepAliveTimeoutMs,
    requestTimeout: httpLimits.requestTimeout,
    routerOptions: { maxParamLength: 5_000 },
    // Addresses the router itself refuses (`%E0%A4`) never reach a hook.
    frameworkErrors(error, request, reply) {
      void reply.headers({ 'x-request-id': request.id, ...openHeadersOf(request.url) })
      void answerError(error, request, reply)
    },
    rewriteUrl: ({ url = '/' }) => withoutLastSlash(url),
    genReqId(request) {
      return parseRequestId(request.headers['x-request-id']) ?? crypto.randomUUID()
    },
  })
  installErrorHandler(app)
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id)
    done()
  })
  installOpenStorefront(app)
  const callers = createCallers(deps.isTrustedProxy)
  installTracing(app, { tracer: deps.tracer, isCallerTrusted: ({ raw }) => callers.of(raw).isProxied })
  installDrain(app, deps.drain)
  installAdmission(app, { ...deps, callers, bodies: installReceivedBodies(app) })
  installDoor(app, { ...deps, callers })
  const slowness = createSlowness()
  installTiming(app, slowness)
  const stopWatching = watchCongestion({ gate: deps.gate, slowness }, deps.admission.observe)
  app.addHook('onClose', async () => stopWatching())
  installDeadlines(app)
  installSecurityHeaders(app, { isSecure: deps.isSecure, isDevelopment: deps.isDevelopment })
  installBrowserReporting(app, deps.service.publicUrl)
  installSameOriginGuard(app, deps.service.publicUrl)
  installAttemptLog(app, deps.attempts, deps.service.now)
  await app.register(rateLimit, { global: false, keyGenerator: ({ ip }) => toNetwork(ip) })

  const database = createDatabaseWatch(deps.service)
  await app.register(healthRoutes(deps, database))
  await app.register(trpcRoutes(deps))
  await app.register(sessionRoutes(deps))
  await app.register(accountRoutes(deps))
  await app.register(mailedWayInRoutes(deps))
  await app.register(jwksRoutes(deps))
  await app.register(reportRoutes(deps))
  await app.register(browserReportRoutes(deps))
  await app.register(exportRoutes(deps))
  await app.register(storefrontRoutes(deps))
  await app.register(widgetRoutes(deps))
  await app.register(webhookRoutes(deps.service))
  await app.register(customerFormRoutes(deps))
  await app.register(assetRoutes(deps))
  await app.register(pageRoutes(deps, database))
  return app
}
