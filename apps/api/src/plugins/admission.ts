import { runInClass, type WorkClass } from '@afterword/db/connection/work-class'
import { DomainError, toErrorBody } from '@afterword/errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Admission, Lane } from '../admission/admission.ts'
import type { StartLine } from '../admission/start-line.ts'
import type { Slowness } from '../admission/slowness.ts'
import { isAsset, reviewProcedureOf, workClassOf } from '../admission/work-class-of.ts'
import { answerPlainly } from '../door/answer-plainly.ts'
import { hasTooManyFields } from '../door/body-limits.ts'
import { pageInstead } from '../own-pages/wait-page.ts'
import { type Callers, takeRequestListener } from './door.ts'
import type { Drain } from '../process/drain.ts'
import { openHeadersOf } from '../door/open-storefront.ts'
import { hasBody, isBodyTooLarge, type ReceivedBodies } from './received-bodies.ts'

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

/** The cheapest answer there is: fastify never sees the request, no body is read, nothing is looked up. */
const refuse = (request: IncomingMessage, response: ServerResponse, isDraining: boolean): void => {
  const url = request.url ?? '/'
  const requestId = randomUUID()
  const page = pageInstead('busy', request, url)
  const headers: OutgoingHttpHeaders = {
    'content-type': page === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': retryAfterSeconds(),
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...openHeadersOf(url),
  }
  if (isDraining) headers['connection'] = 'close'
  const body = page ?? busyBody(url, requestId)
  // Else the answer goes out in pieces, which costs both ends more than the rest of it.
  headers['content-length'] = Buffer.byteLength(body)
  response.writeHead(503, headers).end(body)
}

/**
 * What this process itself reads for somebody: it may stand in line. Writes are more urgent, and pages are apps/web's
 * work, whose hanging must not keep storefronts waiting.
 */
const isRead = (workClass: WorkClass, { method, url = '/' }: IncomingMessage): boolean =>
  workClass !== 'vital' && method === 'GET' && (url.startsWith('/api/trpc/') || url.startsWith('/storefront/'))

const laneOf = (url: string, workClass: WorkClass): Lane => {
  if (isAsset(url)) return 'asset'
  return reviewProcedureOf(url) === undefined ? workClass : 'review'
}

interface AdmissionParts {
  readonly admission: Admission
  readonly startLine: StartLine
  readonly drain: Drain
  readonly callers: Callers
  readonly bodies: ReceivedBodies
}

/** One request that asks to be let in. */
interface Asking {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly lane: Lane
  readonly network: string
}

/** Calls `act` once, when the answer is made or will never be: what leaves slowly keeps no place. */
const onceAnswered = (response: ServerResponse, act: () => void): void => {
  let isDone = false
  const once = (): void => {
    if (!isDone) act()
    isDone = true
  }
  response.once('prefinish', once).once('close', once)
}

const nothing = (): void => undefined

/**
 * Waits for the body of a request, if it has one, before it is let in: it comes at its sender's speed.
 *
 * @param enter  Given what is to be called when the body is of no more use.
 */
const receive = (
  { request, response, network }: Asking,
  parts: AdmissionParts,
  enter: (release: () => void) => void,
): void => {
  if (!hasBody(request)) return enter(nothing)
  if (isBodyTooLarge(request)) return answerPlainly(response, 'body.too_large')
  parts.bodies.roomOf(request).receive(request, network, (outcome) => {
    if ('body' in outcome && hasTooManyFields(request.headers['content-type'], outcome.body)) {
      outcome.release()
      answerPlainly(response, 'body.too_large')
    } else if ('body' in outcome) {
      parts.bodies.keep(request, outcome.body)
      enter(outcome.release)
    } else if (outcome.refusal === 'overloaded') refuse(request, response, parts.drain.isOn())
    else answerPlainly(response, outcome.refusal)
  })
}

/**
 * Admits or refuses before fastify sees a request: under overload refusals are most of the work, and
 * through fastify each would cost a request object, a logger and every hook. The class stays with the
 * request, for the database gate; reading a body loses the context, so it is entered again before
 * validation.
 */
export const installAdmission = (app: FastifyInstance, parts: AdmissionParts): void => {
  const { admission, startLine, drain, callers } = parts
  const admitted = new WeakMap<IncomingMessage, WorkClass>()
  const answer = takeRequestListener(app)
  const begin = ({ request, response, lane, network }: Asking, workClass: WorkClass, release: () => void): void => {
    // Its caller left as the body came to its end: nothing would tell that the place is free.
    if (response.destroyed) return release()
    const turnAway = (): void => refuse(request, response, drain.isOn())
    if (!admission.tryEnter(lane, network)) {
      release()
      return turnAway()
    }
    admitted.set(request, workClass)
    const place = { leaveLine: nothing }
    onceAnswered(response, () => {
      admission.leave(lane, network)
      place.leaveLine()
      release()
    })
    const start = (): void => runInClass(workClass, () => answer(request, response))
    if (isRead(workClass, request)) place.leaveLine = startLine.enter(start, turnAway)
    else start()
  }
  app.server.on('request', (request, response) => {
    const workClass = workClassOf({ method: request.method ?? 'GET', url: request.url ?? '/' })
    if (workClass === null) {
      answer(request, response)
      return
    }
    const asking = {
      request,
      response,
      lane: laneOf(request.url ?? '/', workClass),
      network: callers.networkOf(request),
    }
    if (hasBody(request) && !admission.mayCome(asking.lane, asking.network)) refuse(request, response, drain.isOn())
    else receive(asking, parts, (release) => begin(asking, workClass, release))
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
