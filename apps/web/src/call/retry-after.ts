/** How long an answer asks to be left alone, in seconds; null when it does not say. */
export const readRetryAfter = (headers: Pick<Headers, 'get'> | undefined): number | null => {
  const text = headers?.get('retry-after') ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}
