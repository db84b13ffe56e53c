import { errorCodes, isErrorCode } from '@afterword/errors'
import { callTexts } from '@afterword/language/texts/call/texts'
import { describeCallFailure, retryAfterSecondsOf } from './failure.ts'
import { tooManyWords } from './too-many-words.ts'

/** What staff are told about a failed call: the message of its error code, or that no answer came. */
export const failureMessage = (error: unknown): string => {
  const failure = describeCallFailure(error)
  if (failure === null) return callTexts.unanswered
  if (failure.code === 'rate.limited') return tooManyWords(retryAfterSecondsOf(error))
  return errorCodes[isErrorCode(failure.code) ? failure.code : 'internal'].message
}
