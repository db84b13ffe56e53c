import { errorCodes } from '@afterword/errors'
import { tooManyWords } from '#call/retry-after.ts'
import type { CeremonyFailure } from './ceremony.ts'

const words: Record<Exclude<CeremonyFailure['kind'], 'limited'>, string> = {
  refused: errorCodes['sign_in.refused'].message,
  away: errorCodes['unavailable'].message,
  unanswered: 'Couldn’t reach the server. Check your connection and try again.',
  blocked: 'Your browser is blocking cookies for this site. Allow them and try again.',
}

export const failureWords = ({ kind, retryAfterSeconds }: CeremonyFailure): string =>
  kind === 'limited' ? tooManyWords(retryAfterSeconds) : words[kind]

/** For who guessed too often at a password: mailed links are counted apart. */
export const passwordFailureWords = (failure: CeremonyFailure): string =>
  failure.kind === 'limited'
    ? `${failureWords(failure)} Or email yourself a sign-in link below.`
    : failureWords(failure)

/** What a mailed link for a password does when it is used. The mails say the same. */
export const newPasswordWords = {
  first: { title: 'Choose your password', lead: 'You’ll be signed in as soon as you save it.' },
  next: { title: 'Choose a new password', lead: 'Saving it signs you out in every browser.' },
} as const

/** Why a sign-in at another provider came back without a session, from `?error=` of the sign-in page. */
export const providerFailure = (error: string | null): string | null => {
  if (error === null) return null
  if (error === 'AccessDenied') {
    return 'No account uses the email address of that sign-in. Ask your shop’s owner for an invitation.'
  }
  return 'The sign-in was not completed. Please try again.'
}
