import { errorCodes } from '@afterword/errors'
import { say } from '@afterword/language/text'
import { callTexts } from '@afterword/language/texts/call/texts'
import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import { tooManyWords } from '#call/too-many-words.ts'
import type { CeremonyFailure } from './ceremony.ts'

const words: Record<Exclude<CeremonyFailure['kind'], 'limited'>, string> = {
  refused: errorCodes['sign_in.refused'].message,
  away: errorCodes['unavailable'].message,
  unanswered: callTexts.unanswered,
  blocked: texts.cookiesBlocked,
}

/** What a person is told when their sign-in failed. */
export const failureWords = ({ kind, retryAfterSeconds }: CeremonyFailure): string =>
  kind === 'limited' ? tooManyWords(retryAfterSeconds) : words[kind]

/** The same at the password, where too many tries do not count against a mailed link. */
export const passwordFailureWords = (failure: CeremonyFailure): string =>
  failure.kind === 'limited' ? say(texts.orMailLink, { failure: failureWords(failure) }) : failureWords(failure)

/** Why a sign-in at another provider came back without a session, from `?error=` of the sign-in page. */
export const providerFailure = (error: string | null): string | null => {
  if (error === null) return null
  return error === 'AccessDenied' ? texts.provider.noAccount : texts.provider.failed
}
