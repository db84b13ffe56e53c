import type { Attributes } from '@opentelemetry/api'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const requestIdPattern = /^[\w-]{8,64}$/

/** The attempt's id as a call's `x-attempt-id` header names it, in lower case; undefined for anything else. */
export const parseAttemptId = (header: unknown): string | undefined =>
  typeof header === 'string' && uuid.test(header) ? header.toLowerCase() : undefined

/** The request's id as a proxy's `x-request-id` header names it; undefined for anything else. */
export const parseRequestId = (header: unknown): string | undefined =>
  typeof header === 'string' && requestIdPattern.test(header) ? header : undefined

/** What finds one call in logs, incidents and traces alike, as attributes of its spans. */
export const describeCall = (requestId: string | undefined, attemptId: string | undefined): Attributes => ({
  ...(requestId === undefined ? {} : { 'afterword.request_id': requestId }),
  ...(attemptId === undefined ? {} : { 'afterword.attempt_id': attemptId }),
})
