import { DomainError, httpStatusByKind, toErrorBody } from '@afterword/errors'
import { toCallerError } from '@afterword/services/kernel/caller-error'
import { limitedPage } from '../own-pages/limited-page.ts'
import { languageFor } from '../own-pages/reader-language.ts'
import { isForPerson, pageInstead, type WaitReason } from '../own-pages/wait-page.ts'
import { allowLoadAgain } from './security-headers.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Seconds a caller should wait when we, or the database, cannot serve at the moment. */
export const retryAfterSeconds = 2

/** A refusal for now that does not say until when: the longest window of those is some minutes. */
const fallbackWaitSeconds = 300

/** Fastify's own refusals, made before a route runs, as ours. */
const fromFastify = (error: FastifyError): DomainError | undefined => {
  const { statusCode } = error
  if (statusCode === 413) return new DomainError('body.too_large')
  if (statusCode === 429) return new DomainError('rate.limited')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new DomainError('body.invalid', { cause: error })
  return undefined
}

/** A failure as ours: Fastify's refusals included, anything unknown `internal`. */
export const describeFailure = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error
  const isFastifys = error instanceof Error && 'statusCode' in error
  return (isFastifys ? fromFastify(error as FastifyError) : undefined) ?? toCallerError(error)
}

const isAborted = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

/** Sets the status of a failure and how long to wait; what is ours to mend goes to the log. */
export const noteFailure = (error: unknown, request: FastifyRequest, reply: FastifyReply): DomainError => {
  const failure = describeFailure(error)
  const status = httpStatusByKind[failure.kind]
  request.span?.setAttribute('error.type', failure.code)
  if (status >= 500) {
    const told = { err: failure.cause ?? failure, code: failure.code }
    // An answer of apps/web that breaks off because its reader left is no failure of ours.
    if (isAborted(told.err) && reply.raw.destroyed) request.log.info(told, 'the caller left')
    else request.log.error(told, 'request failed')
  }
  const wait = failure.details?.['retryAfterSeconds']
  if (status === 429 && typeof wait === 'number') void reply.header('retry-after', String(wait))
  if (status === 503) void reply.header('retry-after', String(retryAfterSeconds))
  void reply.code(status)
  return failure
}

/** What a person reads who came here for a page; undefined where the failure is no passing one. */
const reasonOf = ({ code, kind }: DomainError): WaitReason | undefined => {
  if (kind === 'unavailable') return code === 'overloaded' ? 'busy' : 'away'
  return kind === 'internal' ? 'fault' : undefined
}

/** What a person reads in place of our error in JSON; undefined for a program, and where the failure is no passing one. */
const pageOf = (failure: DomainError, request: FastifyRequest, reply: FastifyReply): string | undefined => {
  const { url } = request
  if (failure.kind === 'too_many') {
    const seconds = Number(reply.getHeader('retry-after') ?? fallbackWaitSeconds)
    return isForPerson(request, url) ? limitedPage('attempts', seconds, languageFor(request, url)) : undefined
  }
  const reason = reasonOf(failure)
  return reason === undefined ? undefined : pageInstead(reason, request, url)
}

/** Answers any failure with `{ code, message, requestId }`; a person who waits for a page, in words. */
export const answerError = async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const failure = noteFailure(error, request, reply)
  const page = pageOf(failure, request, reply)
  if (page === undefined) return void (await reply.send(toErrorBody(failure, request.id)))
  allowLoadAgain(reply)
  await reply.type('text/html; charset=utf-8').send(page)
}

/** Installs the one place where thrown errors become answers. */
export const installErrorHandler = (app: FastifyInstance): void => {
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(async (request, reply) => {
    await answerError(new DomainError('route.not_found'), request, reply)
  })
}
