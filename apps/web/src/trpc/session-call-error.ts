import type { ErrorCode } from '@afterword/errors'

/** What `/api/session…` said when it refused. */
export class SessionCallError extends Error {
  override readonly name = 'SessionCallError'
  readonly code: ErrorCode
  readonly httpStatus: number

  constructor(code: ErrorCode, httpStatus: number) {
    super(code)
    this.code = code
    this.httpStatus = httpStatus
  }
}
