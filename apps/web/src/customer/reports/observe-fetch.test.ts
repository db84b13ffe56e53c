import { expect, test } from 'vitest'
import type { KeptReport } from './kept-report.ts'
import { type ObserveDeps, observeFetch } from './observe-fetch.ts'

const attemptId = '0192f0c1-2f3e-4a5b-8c6d-7e8f90a1b2c4'
const submissionId = '0192f0c1-2f3e-4a5b-8c6d-7e8f90a1b2c3'
const code = 'A'.repeat(64)
const url = '/api/trpc/customer.review.submit'
const init = {
  method: 'POST',
  headers: { 'x-attempt-id': attemptId },
  body: JSON.stringify({ code, submissionId, lineItemId: 'lin_01', body: 'What I typed' }),
}
const json = { headers: { 'content-type': 'application/json' } }

const observe = (fetch: ObserveDeps['fetch']) => {
  const kept: KeptReport[] = []
  const opened: string[] = []
  const worked: true[] = []
  let now = 0
  const observed = observeFetch({
    fetch,
    store: { openSubmission: (id) => void opened.push(id) },
    followUp: { keep: ({ report }) => void kept.push(report), settleAll: () => undefined },
    now: () => (now += 250),
    ahead: () => 0,
    pageState: () => ({ isOnline: true, wasHidden: false }),
    requestStarted: () => true,
    release: 'abc',
    onSuccess: () => void worked.push(true),
  })
  return { observed: observed.fetch, leave: observed.leave, kept, opened, worked }
}

test('an answer passes unchanged and is a good time to tell what is kept', async () => {
  const { observed, kept, worked } = observe(async () => new Response('{"a":1}', { status: 200, ...json }))
  expect(await (await observed(url, init)).json()).toEqual({ a: 1 })
  expect(kept).toEqual([])
  expect(worked).toHaveLength(1)
})

test('a call without an answer is kept and fails as it failed, with no code and nothing that was typed', async () => {
  const { observed, kept, opened } = observe(async () => {
    throw new TypeError(`Failed to fetch /write/detail/${code}`)
  })
  await expect(observed(url, init)).rejects.toThrow('Failed to fetch')
  expect(kept).toEqual([
    {
      kind: 'attempt',
      attemptId,
      submissionId,
      lineItemId: 'lin_01',
      procedure: 'customer.review.submit',
      startedAt: 250,
      durationMs: 250,
      errorName: 'TypeError',
      errorMessage: 'Failed to fetch /write/detail/…',
      httpStatus: null,
      isOnline: true,
      wasHidden: false,
      wasLeaving: false,
      requestStarted: true,
      presence: null,
      originAnswered: null,
      addressAnswered: null,
      isForbidden: false,
      release: 'abc',
    },
  ])
  expect(JSON.stringify(kept)).not.toContain('typed')
  expect(opened).toEqual([submissionId])
})

test('an answer that breaks off is a failure of the call', async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"a'))
      controller.error(new TypeError('network error'))
    },
  })
  const { observed, kept } = observe(async () => new Response(broken, { status: 200, ...json }))
  await expect(observed(url, init)).rejects.toThrow('network error')
  expect(kept).toMatchObject([{ httpStatus: 200, errorMessage: 'network error' }])
})

test.each([
  ['', 'The answer was empty.'],
  ['{"result":{"da', 'The answer was not whole.'],
])('a 200 whose body is cut off unnoticed by the browser (%j) is a failure of the call', async (text, errorMessage) => {
  const { observed, kept, opened, worked } = observe(async () => new Response(text, { status: 200, ...json }))
  expect(await (await observed(url, init)).text()).toBe(text)
  expect(kept).toMatchObject([{ httpStatus: 200, errorName: 'SyntaxError', errorMessage }])
  expect(opened).toEqual([submissionId])
  expect(worked).toEqual([])
})

test('a gateway’s page counts as a failure even when it says 200; a refusal is no lost review', async () => {
  const page = observe(
    async () => new Response('<h1>Sign in to the Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } }),
  )
  await page.observed(url, init)
  expect(page.kept).toMatchObject([{ httpStatus: 200 }])
  expect(page.opened).toEqual([submissionId])
  const refusal = observe(async () => new Response('{}', { status: 422, ...json }))
  await refusal.observed(url, init)
  expect(refusal.kept).toMatchObject([{ httpStatus: 422 }])
  expect(refusal.opened).toEqual([])
})

test('a query’s address is read for its procedure only', async () => {
  const { observed, kept } = observe(async () => new Response(null, { status: 503 }))
  await observed(`/api/trpc/customer.review.status?input=${encodeURIComponent(JSON.stringify({ code }))}`, {})
  expect(kept).toMatchObject([{ procedure: 'customer.review.status', submissionId: null, httpStatus: 503 }])
  expect(JSON.stringify(kept)).not.toContain(code)
})

test('calls that end with their page are reported when it is left, once; those that outlive it are not', async () => {
  const failing = Promise.withResolvers<Response>()
  const { observed, leave, kept, opened } = observe(async () => (await failing.promise).clone())
  const ended = observed(url, init)
  const outliving = observed(url, { ...init, keepalive: true })
  leave()
  expect(kept).toMatchObject([{ attemptId, errorName: 'AbortError', httpStatus: null }])
  expect(opened).toEqual([submissionId])
  failing.resolve(new Response('{}', { status: 200, ...json }))
  await Promise.all([ended, outliving])
  expect(kept).toHaveLength(1)
})
