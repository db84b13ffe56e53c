/** What one to five stars mean, in mails and on pages alike. */
export const en = {
  1: 'Poor',
  2: 'Fair',
  3: 'OK',
  4: 'Good',
  5: 'Excellent',
} as const
