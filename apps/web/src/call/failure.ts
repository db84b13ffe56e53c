import type { ErrorCode } from '@afterword/errors'
import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@afterword/trpc/root'
import { readRetryAfter } from './retry-after.ts'
import { SessionCallError } from './session-call-error.ts'

/** What the server said about a failed call; null when nothing of ours answered. */
export interface CallFailure {
  readonly code: ErrorCode
  readonly requestId: string | null
  readonly fields: Readonly<Record<string, ErrorCode>>
  readonly httpStatus: number
}

export const describeCallFailure = (error: unknown): CallFailure | null => {
  if (error instanceof SessionCallError) {
    return { code: error.code, requestId: null, fields: {}, httpStatus: error.httpStatus }
  }
  if (!(error instanceof TRPCClientError)) return null
  const { data } = error as TRPCClientError<AppRouter>
  // A gateway's own error page may be JSON too, but it has no code of ours.
  if (typeof data?.code !== 'string' || typeof data.httpStatus !== 'number') return null
  return { code: data.code, requestId: data.requestId, fields: data.fields ?? {}, httpStatus: data.httpStatus }
}

/** Whether trying the same call again cannot help. An unanswered call, a busy or broken server is never final. */
export const isFinalFailure = (error: unknown): boolean => {
  const failure = describeCallFailure(error)
  return failure !== null && failure.httpStatus < 500 && failure.httpStatus !== 429
}

/** How long the server asks to be left alone, in seconds; null when it does not say. */
export const retryAfterSecondsOf = (error: unknown): number | null => {
  if (error instanceof SessionCallError) return error.retryAfterSeconds
  if (!(error instanceof TRPCClientError)) return null
  return readRetryAfter((Object(error.meta) as { response?: Response }).response?.headers)
}

/** A server that asks for more than this is faulty: people do not look at one page for longer. */
const longestRetryAfterSeconds = 300

/** How long the server asks to be left alone, in milliseconds; 0 when it does not say. */
export const retryAfterMs = (error: unknown): number =>
  error instanceof TRPCClientError ? Math.min(retryAfterSecondsOf(error) ?? 0, longestRetryAfterSeconds) * 1000 : 0

/** Whether a call was refused because the person closed the question for their password: they changed their mind, nothing failed. */
export const isStepUpDeclined = (error: unknown): boolean => describeCallFailure(error)?.code === 'step_up.required'
