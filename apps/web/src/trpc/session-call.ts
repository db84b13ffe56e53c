import { type ErrorCode, isErrorCode } from '@afterword/errors'
import { ownCall } from './call.ts'
import { SessionCallError } from './session-call-error.ts'
import { sessionFetch } from './session-fetch.ts'

const codeIn = (body: unknown): ErrorCode | null => {
  const { code } = Object(body) as { code?: unknown }
  return isErrorCode(code) ? code : null
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
  const answer: unknown = await response.json()
  if (response.ok) return answer
  const code = codeIn(answer)
  if (code === null) throw new Error(`no answer of ours: ${response.status}`)
  throw new SessionCallError(code, response.status)
}
