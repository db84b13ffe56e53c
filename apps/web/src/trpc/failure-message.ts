import { errorCodes, isErrorCode } from '@afterword/errors'
import { describeCallFailure } from './failure.ts'

/** The failure in the words of `@afterword/errors`, for admin and operator pages. */
export const failureMessage = (error: unknown): string => {
  const failure = describeCallFailure(error)
  if (failure === null) return 'No answer from the server. Check the connection and try again.'
  return errorCodes[isErrorCode(failure.code) ? failure.code : 'internal'].message
}
