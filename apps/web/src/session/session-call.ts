import { type ErrorCode, isErrorCode } from '@afterword/errors'
import { ownCall } from '#call/call.ts'
import { readRetryAfter } from '#call/retry-after.ts'
import { SessionCallError } from '#call/session-call-error.ts'
import { sessionFetch } from './session-fetch.ts'

const codeIn = (body: unknown): ErrorCode | null => {
  const { code } = Object(body) as { code?: unknown }
  return isErrorCode(code) ? code : null
}

/** What to throw for a refused call outside tRPC: the server's refusal, or that nothing of ours answered. */
export const readRefusal = async (response: Response): Promise<Error> => {
  const code = codeIn(await response.json())
  if (code === null) return new Error(`no answer of ours: ${response.status}`)
  return new SessionCallError(code, response.status, readRetryAfter(response.headers))
}

/**
 * Posts to `/api/session{path}`.
 *
 * @returns The answer's body.
 * @throws SessionCallError when the server refused; any other error when nothing of ours answered.
 */
export const callSession = async (path: string, body: object = {}): Promise<unknown> => {
  const response = await sessionFetch(`/api/session${path}`, {
    method: 'POST',
    headers: { ...ownCall, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw await readRefusal(response)
  return (await response.json()) as unknown
}
