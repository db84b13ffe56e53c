/** What staff’s pages say of a call that got no answer, and of one that came too often. */
export const en = {
  unanswered: 'Couldn’t reach the server. Check your connection and try again.',
  tooMany: 'Too many attempts. Please wait a few minutes and try again.',
  tooManyFor: 'Too many attempts. Try again in {wait}.',
} as const
