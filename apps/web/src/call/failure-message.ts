import { errorCodes, isErrorCode } from '@afterword/errors'
import { describeCallFailure, retryAfterSecondsOf } from './failure.ts'
import { tooManyWords } from './retry-after.ts'

/** The failure in the words of `@afterword/errors`, for admin and operator pages. */
export const failureMessage = (error: unknown): string => {
  const failure = describeCallFailure(error)
  if (failure === null) return 'Couldn’t reach the server. Check your connection and try again.'
  if (failure.code === 'rate.limited') return tooManyWords(retryAfterSecondsOf(error))
  return errorCodes[isErrorCode(failure.code) ? failure.code : 'internal'].message
}
