import type { ErrorCode } from './codes.ts'
import type { DomainError } from './domain-error.ts'

/** The body of every refused plain HTTP call. */
export interface ErrorBody {
  readonly code: ErrorCode
  readonly message: string
  readonly requestId: string
  readonly details?: Readonly<Record<string, unknown>>
}

export const toErrorBody = (error: DomainError, requestId: string): ErrorBody => ({
  code: error.code,
  message: error.message,
  requestId,
  ...(error.details === undefined ? {} : { details: error.details }),
})
