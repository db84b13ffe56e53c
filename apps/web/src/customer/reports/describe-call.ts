/** Fields of a call that say what it is about; nothing that was typed is looked at. */
const subjectOf = (init: RequestInit): { submissionId: string | null; lineItemId: string | null } => {
  const textOf = (name: string): string | null => {
    if (typeof init.body !== 'string') return null
    const value: unknown = (Object(JSON.parse(init.body)) as Record<string, unknown>)[name]
    return typeof value === 'string' && value.length <= 40 ? value : null
  }
  try {
    return { submissionId: textOf('submissionId'), lineItemId: textOf('lineItemId') }
  } catch {
    return { submissionId: null, lineItemId: null }
  }
}

/** What a report says of the call itself, from its address and body. */
export const describeCall = (url: string, init: RequestInit) => ({
  procedure: /\/api\/trpc\/([\w.]{1,100})/.exec(url)?.[1] ?? 'unknown',
  attemptId: new Headers(init.headers).get('x-attempt-id'),
  ...subjectOf(init),
})

/** The answer again, for the one who made the call. */
export const replay = ({ status, statusText, headers }: Response, text: string): Response =>
  new Response(text === '' ? null : text, { status, statusText, headers })

/**
 * What is wrong with an answer that says it is well; null when nothing is. Browsers take a connection that
 * ends within the headers for an empty answer. The text itself goes into no report.
 */
export const findBreak = (text: string): SyntaxError | null => {
  if (text === '') return new SyntaxError('The answer was empty.')
  try {
    JSON.parse(text)
    return null
  } catch {
    return new SyntaxError('The answer was not whole.')
  }
}
