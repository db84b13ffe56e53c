/** What templates of mail programs and shops leave behind where a value was missing. */
const absentWords = new Set(['', 'none', 'null', 'undefined', 'nan'])

const textOf = (value: string | string[] | undefined): string | null => {
  const text = (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
  return absentWords.has(text.toLowerCase()) ? null : text
}

const readSeconds = (text: string | null): number | null =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null

export interface LoginQuery {
  readonly email: string | null
  /** Whether a form was sent and taken. */
  readonly isSent: boolean
  /** Error code that the form came back with. */
  readonly error: string | null
  /** How long to wait before another try, in seconds. */
  readonly retryAfterSeconds: number | null
}

/** What the fresh-link page's address says. Other parameters, such as `phone`, are of no use here. */
export const readLoginQuery = (query: Readonly<Record<string, string | string[] | undefined>>): LoginQuery => ({
  email: textOf(query['email'])?.slice(0, 254) ?? null,
  isSent: textOf(query['sent']) === '1',
  error: textOf(query['error']),
  retryAfterSeconds: readSeconds(textOf(query['retry'])),
})
