import { DomainError, type ErrorCode, type ErrorKind, isErrorCode } from '@afterword/errors'
import { toCallerError } from '@afterword/services/kernel/caller-error'
import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'

type TrpcCode = TRPCError['code']

const trpcCodeByKind = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  too_large: 'PAYLOAD_TOO_LARGE',
  unprocessable: 'UNPROCESSABLE_CONTENT',
  too_many: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ErrorKind, TrpcCode>

/** tRPC's own refusals, made before a procedure runs. Everything not named here is `internal`. */
const codeByTrpcCode: Partial<Record<TrpcCode, ErrorCode>> = {
  PARSE_ERROR: 'body.invalid',
  BAD_REQUEST: 'body.invalid',
  UNSUPPORTED_MEDIA_TYPE: 'body.invalid',
  PAYLOAD_TOO_LARGE: 'body.too_large',
  NOT_FOUND: 'route.not_found',
  METHOD_NOT_SUPPORTED: 'route.not_found',
}

/** Which field has which error: the schemas' messages are codes. */
const toFieldErrors = (error: ZodError): Record<string, ErrorCode> => {
  const fields: Record<string, ErrorCode> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    fields[path] ??= isErrorCode(issue.message) ? issue.message : 'input.invalid'
  }
  return fields
}

const fromZodError = (error: ZodError): DomainError => {
  const fields = toFieldErrors(error)
  const [first = 'input.invalid'] = Object.values(fields)
  return new DomainError(first, { details: { fields }, cause: error })
}

/** Any failure of a call as the DomainError its caller is told. */
export const describeFailure = (error: TRPCError): DomainError => {
  const { cause } = error
  if (error.code === 'BAD_REQUEST' && cause instanceof ZodError) return fromZodError(cause)
  if (cause !== undefined && error.code === 'INTERNAL_SERVER_ERROR') return toCallerError(cause)
  if (cause instanceof DomainError) return cause
  const code = codeByTrpcCode[error.code]
  return new DomainError(code ?? 'internal', { cause: error })
}

/** The same failure with the tRPC code, and so the HTTP status, of its kind. */
export const toTrpcError = (error: TRPCError): TRPCError => {
  const failure = describeFailure(error)
  return new TRPCError({ code: trpcCodeByKind[failure.kind], message: failure.message, cause: failure })
}
