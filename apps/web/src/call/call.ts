import { callTimeoutMs } from '@afterword/validation/primitives/call-timeout'

export const apiUrl = '/api/trpc'
/** Says that a page of ours calls; the door refuses acts without it. */
export const ownCall = { 'x-app': '1' } as const

export const fetchInTime = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
  const limit = AbortSignal.timeout(callTimeoutMs)
  const signal = init?.signal
  return fetch(input, {
    ...init,
    signal: signal === null || signal === undefined ? limit : AbortSignal.any([signal, limit]),
  })
}
