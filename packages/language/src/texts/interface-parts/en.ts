/** What the parts of staff’s interface say by themselves: a dialog’s button, stars, times. */
export const en = {
  close: 'Close',
  stars: '{rating} of 5 stars',
  justNow: 'just now',
  utc: '{time} UTC',
  milliseconds: '{count}\u00A0ms',
  seconds: '{count}\u00A0s',
} as const
