type Fetch = (input: RequestInfo | URL | string, init?: RequestInit) => Promise<Response>

const isExpired = async (response: Response): Promise<boolean> =>
  response.status === 401 && (await response.clone().text()).includes('access_token.expired')

/**
 * A fetch that renews the session when the access token has become too old, and then makes the call
 * again. Calls that fail together share one renewal. When the session has ended, the refusal is
 * handed on as it came.
 */
export const createRefreshingFetch = (fetchOnce: Fetch): Fetch => {
  let renewal: Promise<boolean> | null = null

  const renew = async (): Promise<boolean> => {
    const response = await fetchOnce('/api/session/refresh', {
      method: 'POST',
      headers: { 'x-app': '1', 'content-type': 'application/json' },
      body: '{}',
    })
    return response.ok
  }

  const renewTogether = (): Promise<boolean> => {
    renewal ??= renew().finally(() => {
      renewal = null
    })
    return renewal
  }

  return async (input, init) => {
    const response = await fetchOnce(input, init)
    if (!(await isExpired(response)) || !(await renewTogether())) return response
    return await fetchOnce(input, init)
  }
}
