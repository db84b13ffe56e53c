import { type ErrorCode, errorCodes, type ErrorKind, isErrorCode } from '@afterword/errors'
import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@afterword/trpc/root'

/** Kinds after which the same call may succeed later. Everything else was meant. */
const passingKinds: readonly ErrorKind[] = ['unavailable', 'too_many', 'internal']

/** What the server said about a failed call; null when nothing of ours answered. */
export interface CallFailure {
  readonly code: ErrorCode
  readonly requestId: string | null
  readonly fields: Readonly<Record<string, ErrorCode>>
}

export const describeCallFailure = (error: unknown): CallFailure | null => {
  if (!(error instanceof TRPCClientError)) return null
  const { data } = error as TRPCClientError<AppRouter>
  if (data === undefined || data === null || !isErrorCode(data.code)) return null
  return { code: data.code, requestId: data.requestId, fields: data.fields ?? {} }
}

/** Whether trying the same call again cannot help. An unanswered call is never final. */
export const isFinalFailure = (error: unknown): boolean => {
  const failure = describeCallFailure(error)
  return failure !== null && !passingKinds.includes(errorCodes[failure.code].kind)
}

/** The failure in the words of `@afterword/errors`, for admin and operator pages. */
export const failureMessage = (error: unknown): string => {
  const failure = describeCallFailure(error)
  return failure === null
    ? 'No answer from the server. Check the connection and try again.'
    : errorCodes[failure.code].message
}
