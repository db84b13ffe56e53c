import { describeOrigin } from '@afterword/auth/request-origin'
import type { AttemptRecorder } from '@afterword/services/insight/attempt/attempt-recorder'
import type { CallTrace } from '@afterword/services/kernel/call-trace'
import { isProcedure } from '@afterword/trpc/calls'
import { releaseSchema } from '@afterword/validation/incident/client-report'
import { parseAttemptId } from '@afterword/tracing/call-ids'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** What is noted of a call that names its attempt or is traced; null for others. */
    attempt: CallTrace | null
  }
}

const procedurePattern = /^\/api\/trpc\/([\w.]{1,100})(?:\?|$)/

/** The procedure of ours that a call names; undefined for batches, pages and names that somebody made up. */
const procedureOf = ({ url }: FastifyRequest): string | undefined => {
  const name = procedurePattern.exec(url)?.[1]
  return name !== undefined && isProcedure(name) ? name : undefined
}

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

const rowOf = (request: FastifyRequest, attemptId: string, procedure: string) => {
  const { ipPrefix, uaFamily } = describeOrigin(request.ip, request.headers['user-agent'])
  const release = headerOf(request, 'x-release')
  return {
    attemptId,
    requestId: request.id,
    procedure,
    release: releaseSchema.safeParse(release).data ?? null,
    browser: uaFamily,
    place: ipPrefix,
  }
}

/**
 * Notes for each call of a procedure of ours that carries `x-attempt-id` when it was received, committed, finished or closed
 * early. The row is handed over once the connection and the handler are both done with it: never on the
 * way of the answer.
 */
export const installAttemptLog = (app: FastifyInstance, recorder: AttemptRecorder, now: () => Date): void => {
  app.decorateRequest('attempt', null)
  const begin = (request: FastifyRequest, { raw }: FastifyReply): void => {
    const attemptId = parseAttemptId(request.headers['x-attempt-id'])
    const procedure = procedureOf(request)
    if (attemptId === undefined || procedure === undefined) return
    const trace: CallTrace = {}
    request.attempt = trace
    const receivedAt = now()
    raw.once('close', () => {
      const end = now()
      const isFinished = raw.writableFinished
      const add = (): void =>
        recorder.add({
          ...rowOf(request, attemptId, procedure),
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
