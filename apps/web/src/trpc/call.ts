export const apiUrl = '/api/trpc'
/** Says that a page of ours calls; the door refuses acts without it. */
export const ownCall = { 'x-app': '1' } as const

/** An unanswered try counts as lost after this long; the next one asks what became of it. */
const timeoutMs = 15_000

export const fetchInTime = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
  const limit = AbortSignal.timeout(timeoutMs)
  const signal = init?.signal
  return fetch(input, {
    ...init,
    signal: signal === null || signal === undefined ? limit : AbortSignal.any([signal, limit]),
  })
}
