import { fetchInTime } from '#call/call.ts'
import { readRetryAfter } from '#call/retry-after.ts'

/** `away`: the server said that it cannot serve at the moment. `blocked`: the browser keeps none of our cookies, so no session could be kept either. */
type FailureKind = 'refused' | 'limited' | 'away' | 'unanswered' | 'blocked'

export interface CeremonyFailure {
  readonly kind: FailureKind
  /** How long to wait after `limited`; null when it is not said. */
  readonly retryAfterSeconds: number | null
}

const only = (kind: FailureKind): CeremonyFailure => ({ kind, retryAfterSeconds: null })

const base = '/api/auth'

const readUrl = (body: unknown): URL | null => {
  const { url } = Object(body) as { url?: unknown }
  return typeof url === 'string' && URL.canParse(url) ? new URL(url) : null
}

/** Posts a form of next-auth's, with its CSRF token, and asks for JSON instead of a redirect. */
const post = async (path: string, fields: Record<string, string>): Promise<Response> => {
  const asked = await fetchInTime(`${base}/csrf`)
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  return await fetchInTime(`${base}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  })
}

const failureOf = ({ status, headers }: Response): CeremonyFailure => {
  if (status === 401) return only('refused')
  if (status === 503) return only('away')
  return status === 429 ? { kind: 'limited', retryAfterSeconds: readRetryAfter(headers) } : only('unanswered')
}

/** @returns What went wrong, or null when a session was opened. */
export const signInWithPassword = async (credentials: {
  readonly email: string
  readonly password: string
  readonly isRemembered: boolean
}): Promise<CeremonyFailure | null> => {
  try {
    const { email, password, isRemembered } = credentials
    const response = await post('/callback/credentials', { email, password, remember: String(isRemembered) })
    if (!response.ok) return failureOf(response)
    const url = readUrl(await response.json())
    if (url === null) return only('unanswered')
    return url.searchParams.has('csrf') ? only('blocked') : null
  } catch {
    return only('unanswered')
  }
}

/**
 * Begins a sign-in at another provider.
 *
 * @param nextPath  Where to go when it is done; a path of our own.
 * @returns The provider's address to go to, or what went wrong.
 */
export const beginProviderSignIn = async (
  providerId: string,
  nextPath: string,
): Promise<{ readonly href: string } | { readonly failure: CeremonyFailure }> => {
  try {
    const response = await post(`/signin/${providerId}`, { callbackUrl: nextPath })
    if (!response.ok) return { failure: failureOf(response) }
    const url = readUrl(await response.json())
    if (url === null || url.searchParams.has('error')) return { failure: only('unanswered') }
    return url.searchParams.has('csrf') ? { failure: only('blocked') } : { href: url.href }
  } catch {
    return { failure: only('unanswered') }
  }
}
