import type { ErrorCode } from '@afterword/errors'

/** What `/api/session…` said when it refused. */
export class SessionCallError extends Error {
  override readonly name = 'SessionCallError'
  readonly code: ErrorCode
  readonly httpStatus: number
  /** How long the server asks to be left alone; null when it does not say. */
  readonly retryAfterSeconds: number | null

  constructor(code: ErrorCode, httpStatus: number, retryAfterSeconds: number | null = null) {
    super(code)
    this.code = code
    this.httpStatus = httpStatus
    this.retryAfterSeconds = retryAfterSeconds
  }
}
