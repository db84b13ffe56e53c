import { describeOrigin } from '@afterword/auth/request-origin'
import type { AttemptRecorder } from '@afterword/services/attempt/attempt-recorder'
import type { CallTrace } from '@afterword/services/attempt/call-trace'
import { parseAttemptId } from '@afterword/tracing/call-ids'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** What is noted of a call that names its attempt or is traced; null for others. */
    attempt: CallTrace | null
  }
}

const releasePattern = /^[\w.+-]{1,60}$/
const procedurePattern = /^\/api\/trpc\/([\w.]{1,100})(?:\?|$)/

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

const rowOf = (request: FastifyRequest, attemptId: string) => {
  const { ipPrefix, uaFamily } = describeOrigin(request.ip, request.headers['user-agent'])
  const release = headerOf(request, 'x-release')
  return {
    attemptId,
    requestId: request.id,
    procedure: procedurePattern.exec(request.url)?.[1] ?? 'unknown',
    release: release !== undefined && releasePattern.test(release) ? release : null,
    browser: uaFamily,
    place: ipPrefix,
  }
}

/**
 * Notes for each call that carries `x-attempt-id` when it was received, committed, finished or closed
 * early. The row is handed over once the connection and the handler are both done with it: never on the
 * way of the answer.
 */
export const installAttemptLog = (app: FastifyInstance, recorder: AttemptRecorder, now: () => Date): void => {
  app.decorateRequest('attempt', null)
  const begin = (request: FastifyRequest, { raw }: FastifyReply): void => {
    const attemptId = parseAttemptId(request.headers['x-attempt-id'])
    if (attemptId === undefined) return
    const trace: CallTrace = {}
    request.attempt = trace
    const receivedAt = now()
    raw.once('close', () => {
      const end = now()
      const isFinished = raw.writableFinished
      const add = (): void =>
        recorder.add({
          ...rowOf(request, attemptId),
          ...trace,
          receivedAt,
          finishedAt: isFinished ? end : null,
          closedAt: isFinished ? null : end,
          httpStatus: isFinished ? raw.statusCode : null,
        })
      // A handler whose caller has left may still commit.
      if (isFinished || hasReplied.has(request)) add()
      else waiting.set(request, add)
    })
  }
  const hasReplied = new WeakSet<FastifyRequest>()
  const waiting = new WeakMap<FastifyRequest, () => void>()
  app.addHook('onRequest', (request, reply, done) => {
    begin(request, reply)
    done()
  })
  app.addHook('onSend', async (request) => {
    if (request.attempt === null) return
    hasReplied.add(request)
    waiting.get(request)?.()
    waiting.delete(request)
  })
}
