/** Passwords that are entered or chosen, on whichever page. */
export const en = {
  wrong: 'The password is incorrect.',
  new: 'New password',
  newHint: {
    one: 'At least {count} character. A few random words work well.',
    other: 'At least {count} characters. A few random words work well.',
  },
  show: 'Show password',
} as const
