import { runInClass, type WorkClass } from '@afterword/db/work-class'
import { DomainError, toErrorBody } from '@afterword/errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import type { Admission, Lane } from '../admission/admission.ts'
import type { StartLine } from '../admission/start-line.ts'
import type { Slowness } from '../admission/slowness.ts'
import { isAsset, reviewProcedureOf, workClassOf } from '../admission/work-class-of.ts'
import { busyPage, isFormPost, isPageView, unsentPage } from '../own-pages/wait-page.ts'
import type { Drain } from './drain.ts'

/** Seconds until a refused caller should ask again; moved about so that they do not come back at once. */
const retryAfterSeconds = (): string => String(1 + Math.floor(Math.random() * 4))

const busy = new DomainError('overloaded')

const busyBody = (url: string, requestId: string): string => {
  const body = toErrorBody(busy, requestId)
  if (!url.startsWith('/api/trpc/')) return JSON.stringify(body)
  // A tRPC client looks for the code in here.
  const data = { code: body.code, httpStatus: 503, requestId }
  return JSON.stringify({ ...body, error: { message: body.message, code: -32_603, data } })
}

/** What a person is told; undefined for a program. */
const pageFor = (request: IncomingMessage, url: string): string | undefined => {
  if (isFormPost(request, url)) return unsentPage
  return isPageView(request, url) ? busyPage : undefined
}

/** The cheapest answer there is: fastify never sees the request, no body is read, nothing is looked up. */
const refuse = (request: IncomingMessage, response: ServerResponse, isDraining: boolean): void => {
  const url = request.url ?? '/'
  const requestId = randomUUID()
  const page = pageFor(request, url)
  const headers: OutgoingHttpHeaders = {
    'content-type': page === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': retryAfterSeconds(),
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  }
  if (url.startsWith('/storefront/')) headers['access-control-allow-origin'] = '*'
  if (isDraining) headers['connection'] = 'close'
  const body = page ?? busyBody(url, requestId)
  // Else the answer goes out in pieces, which costs both ends more than the rest of it.
  headers['content-length'] = Buffer.byteLength(body)
  response.writeHead(503, headers).end(body)
}

/**
 * What this process itself reads for somebody: it may stand in line. A body would come at its sender's speed, and
 * pages are apps/web's work, whose hanging must not keep storefronts waiting.
 */
const isRead = (workClass: WorkClass, { method, url = '/' }: IncomingMessage): boolean =>
  workClass !== 'vital' && method === 'GET' && (url.startsWith('/api/trpc/') || url.startsWith('/storefront/'))

const laneOf = (url: string, workClass: WorkClass): Lane => {
  if (isAsset(url)) return 'asset'
  return reviewProcedureOf(url) === undefined ? workClass : 'review'
}

/**
 * Admits or refuses before fastify sees a request: under overload refusals are most of the work, and
 * through fastify each would cost a request object, a logger and every hook. The class stays with the
 * request, for the database gate; reading a body loses the context, so it is entered again before
 * validation.
 */
export const installAdmission = (
  app: FastifyInstance,
  { admission, startLine, drain }: { admission: Admission; startLine: StartLine; drain: Drain },
): void => {
  const admitted = new WeakMap<IncomingMessage, WorkClass>()
  const [answer] = app.server.listeners('request') as RequestListener[]
  if (answer === undefined) throw new Error('fastify has no listener for requests.')
  app.server.removeListener('request', answer)
  app.server.on('request', (request, response) => {
    const workClass = workClassOf({ method: request.method ?? 'GET', url: request.url ?? '/' })
    if (workClass === null) {
      answer(request, response)
      return
    }
    const lane = laneOf(request.url ?? '/', workClass)
    if (!admission.tryEnter(lane)) {
      refuse(request, response, drain.isOn())
      return
    }
    admitted.set(request, workClass)
    // `close` comes once, whether the answer was finished or the caller went away.
    response.once('close', () => admission.leave(lane))
    const begin = (): void => runInClass(workClass, () => answer(request, response))
    if (!isRead(workClass, request)) {
      begin()
      return
    }
    const leave = startLine.enter(begin)
    // Whichever comes first: a caller who reads slowly holds no place.
    response.once('finish', leave).once('close', leave)
  })
  app.addHook('preValidation', (request, _reply, done) => {
    const workClass = admitted.get(request.raw)
    if (workClass === undefined) done()
    else runInClass(workClass, done)
  })
}

/** Takes the time of reviews sent that went well, from the body's arrival to the answer: no slow network is in it. */
export const installTiming = (app: FastifyInstance, slowness: Slowness): void => {
  const starts = new WeakMap<FastifyRequest, number>()
  app.addHook('preValidation', (request, _reply, done) => {
    if (reviewProcedureOf(request.url) !== undefined) starts.set(request, performance.now())
    done()
  })
  app.addHook('onSend', async (request, reply) => {
    const start = starts.get(request)
    const kind = start === undefined ? undefined : reviewProcedureOf(request.url)
    if (kind === undefined || start === undefined || reply.statusCode !== 200) return
    slowness.note(kind, performance.now() - start)
  })
}
