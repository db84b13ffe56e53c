/** What templates of mail programs and shops leave behind where a value was missing. */
const absentWords = new Set(['', 'none', 'null', 'undefined', 'nan'])

const textOf = (value: string | string[] | undefined): string | null => {
  const text = (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
  return absentWords.has(text.toLowerCase()) ? null : text
}

export interface LoginQuery {
  readonly email: string | null
  readonly isSent: boolean
  /** Error code that the form came back with. */
  readonly error: string | null
}

/** What the fresh-link page's address says. Other parameters, such as `phone`, are of no use here. */
export const readLoginQuery = (query: Readonly<Record<string, string | string[] | undefined>>): LoginQuery => ({
  email: textOf(query['email'])?.slice(0, 254) ?? null,
  isSent: textOf(query['sent']) === '1',
  error: textOf(query['error']),
})
