import { errorCodes } from '@afterword/errors'
import type { CeremonyFailure } from './ceremony.ts'

export const failureWords: Record<CeremonyFailure, string> = {
  refused: errorCodes['sign_in.refused'].message,
  limited: errorCodes['rate.limited'].message,
  away: errorCodes['unavailable'].message,
  unanswered: 'No answer from the server. Check the connection and try again.',
  blocked: 'Your browser keeps no cookies of this site. Allow them and try again.',
}

/** Why a sign-in at another provider came back without a session, from `?error=` of the sign-in page. */
export const providerFailure = (error: string | null): string | null => {
  if (error === null) return null
  if (error === 'AccessDenied') {
    return 'There is no account here with the e-mail address of that sign-in. Ask whoever runs your shop for an invitation.'
  }
  return 'That sign-in did not come to its end. Please try again.'
}
