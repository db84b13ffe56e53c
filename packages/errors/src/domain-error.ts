import { type ErrorCode, errorCodes } from './codes.ts'
import type { ErrorKind } from './kinds.ts'

interface DomainErrorOptions {
  /** Safe to show: field names and codes, limits, ids of the caller's own things. */
  readonly details?: Readonly<Record<string, unknown>>
  /** The original failure. It goes to the log, redacted, and never to a caller. */
  readonly cause?: unknown
}

/** Shared by every copy of this module: a bundler may put one into each of its bundles. */
const brand = Symbol.for('afterword.DomainError')

/**
 * The only error that may leave a service. Its message is the code's safe message. `instanceof` holds
 * across copies of this module, so that a page understands what another bundle's code threw.
 */
export class DomainError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value
  }

  override readonly name = 'DomainError'
  readonly [brand] = true
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(code: ErrorCode, options: DomainErrorOptions = {}) {
    super(errorCodes[code].message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.details = options.details
  }

  get kind(): ErrorKind {
    return errorCodes[this.code].kind
  }
}

/** Any thrown value as a DomainError: itself, or `internal` with the original as its cause. */
export const toDomainError = (error: unknown): DomainError =>
  error instanceof DomainError ? error : new DomainError('internal', { cause: error })
