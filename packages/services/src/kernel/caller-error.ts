import { isInfrastructureError } from '@afterword/db/connection/infrastructure-error'
import { DomainError, toDomainError } from '@afterword/errors'

/**
 * What a caller is told of anything thrown: a DomainError as it is, `unavailable` when the
 * database is away or too slow, `internal` for the rest. The original stays as the cause.
 */
export const toCallerError = (error: unknown): DomainError =>
  !(error instanceof DomainError) && isInfrastructureError(error)
    ? new DomainError('unavailable', { cause: error })
    : toDomainError(error)
