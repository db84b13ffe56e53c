import type { MemberRole } from '@afterword/validation/session/rules'

export const roleNames: Record<MemberRole, string> = { owner: 'Owner', moderator: 'Moderator', viewer: 'Viewer' }

/** With its article, for the middle of a sentence. */
export const roleInSentence: Record<MemberRole, string> = {
  owner: 'an owner',
  moderator: 'a moderator',
  viewer: 'a viewer',
}

export const roleMeanings: Record<MemberRole, string> = {
  owner: 'Manages reviews, settings and people.',
  moderator: 'Reads, publishes, rejects and answers reviews.',
  viewer: 'Reads reviews and changes nothing.',
}
