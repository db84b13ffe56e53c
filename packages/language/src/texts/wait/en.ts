/** How long to wait. */
export const en = {
  tryAgainIn: 'Too many attempts. Please try again in {wait}.',
  seconds: { one: '{count} second', other: '{count} seconds' },
  minutes: { one: '{count} minute', other: '{count} minutes' },
  hours: { one: '{count} hour', other: '{count} hours' },
} as const
