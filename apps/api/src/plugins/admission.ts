import { runInClass, type WorkClass } from '@afterword/db/work-class'
import { DomainError, toErrorBody } from '@afterword/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Admission } from '../admission/admission.ts'
import { workClassOf } from '../admission/work-class-of.ts'

/** Seconds until a refused caller should ask again; moved about so that they do not come back at once. */
const retryAfterSeconds = (): string => String(1 + Math.floor(Math.random() * 4))

const busy = new DomainError('overloaded')

/** What a person sees instead of a page: it asks again by itself. */
const busyPage = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="4"><meta name="color-scheme" content="light dark"><title>Very busy</title>
<body style="font:1.1rem/1.6 system-ui;max-width:32rem;margin:20vh auto;padding:0 1.5rem"><h1 style="font-size:1.4rem">We are very busy</h1>
<p>This page loads again by itself in a moment. What you have written is safe.</p></body></html>`

const isPageView = (request: FastifyRequest): boolean =>
  request.method === 'GET' && !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html') === true

/** The cheapest answer there is: no body is read, no hook of a route runs, nothing is looked up. */
const refuse = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.code(503).headers({ 'retry-after': retryAfterSeconds(), 'cache-control': 'no-store' })
  if (request.url.startsWith('/storefront/')) reply.header('access-control-allow-origin', '*')
  if (isPageView(request)) {
    reply.type('text/html; charset=utf-8').send(busyPage)
    return
  }
  const body = toErrorBody(busy, request.id)
  // A tRPC client looks for the code here.
  const data = { code: body.code, httpStatus: 503, requestId: request.id }
  const error = { message: body.message, code: -32_603, data }
  const isCall = request.url.startsWith('/api/trpc/')
  reply.type('application/json; charset=utf-8').send(JSON.stringify(isCall ? { ...body, error } : body))
}

/**
 * Admits or refuses before anything else runs, and keeps the class with the request: the database
 * gate asks for it. Reading a body loses the context that began in `onRequest`, so it is entered again.
 */
export const installAdmission = (app: FastifyInstance, admission: Admission): void => {
  const admitted = new WeakMap<FastifyRequest, WorkClass>()
  app.addHook('onRequest', (request, reply, done) => {
    const workClass = workClassOf(request)
    if (workClass === null) {
      done()
      return
    }
    if (!admission.tryEnter(workClass)) {
      refuse(request, reply)
      return
    }
    admitted.set(request, workClass)
    // `close` comes once, whether the answer was finished or the caller went away.
    reply.raw.once('close', admission.leave)
    runInClass(workClass, done)
  })
  app.addHook('preValidation', (request, _reply, done) => {
    const workClass = admitted.get(request)
    if (workClass === undefined) done()
    else runInClass(workClass, done)
  })
}
