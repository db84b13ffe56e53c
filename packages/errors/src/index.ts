export { type ErrorCode, errorCodes, isErrorCode } from './codes.ts'
export { DomainError, toDomainError } from './domain-error.ts'
export { toErrorBody } from './error-body.ts'
export { type ErrorKind, httpStatusByKind } from './kinds.ts'
