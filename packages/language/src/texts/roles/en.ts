/** The roles of a shop’s members, most powerful first. */
export const en = {
  names: { owner: 'Owner', moderator: 'Moderator', viewer: 'Viewer' },
  meanings: {
    owner: 'Manages reviews, settings and people.',
    moderator: 'Reads, publishes, rejects and answers reviews.',
    viewer: 'Reads reviews and changes nothing.',
  },
} as const
