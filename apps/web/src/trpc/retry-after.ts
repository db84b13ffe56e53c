/** How long an answer asks to be left alone, in seconds; null when it does not say. */
export const readRetryAfter = (headers: Pick<Headers, 'get'> | undefined): number | null => {
  const text = headers?.get('retry-after') ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

const countOf = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/** `30 seconds`, `5 minutes`, `2 hours`: never less than it takes. */
const describeWait = (seconds: number): string => {
  if (seconds < 60) return countOf(Math.max(1, seconds), 'second')
  return seconds < 3600 ? countOf(Math.ceil(seconds / 60), 'minute') : countOf(Math.ceil(seconds / 3600), 'hour')
}

/** What to tell somebody who tried too often. */
export const tooManyWords = (retryAfterSeconds: number | null): string =>
  retryAfterSeconds === null
    ? 'Too many attempts. Please wait a few minutes and try again.'
    : `Too many attempts. Try again in ${describeWait(retryAfterSeconds)}.`
