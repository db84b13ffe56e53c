import { expect, test } from 'vitest'
import { createRefreshingFetch } from './refreshing-fetch.ts'

const expired = () => Response.json({ error: { data: { code: 'access_token.expired' } } }, { status: 401 })

/** A server whose session is renewed by the first refresh. */
const play = (options: { renews: boolean }) => {
  const calls: string[] = []
  let isFresh = false
  const refreshing = createRefreshingFetch(async (input) => {
    calls.push(input as string)
    if (input === '/api/session/refresh') {
      isFresh = options.renews
      return new Response(null, { status: options.renews ? 200 : 401 })
    }
    return isFresh ? Response.json({ ok: true }) : expired()
  })
  return { calls, refreshing }
}

test('an expired token is renewed and the call made again', async () => {
  const { calls, refreshing } = play({ renews: true })
  expect((await refreshing('/a')).status).toBe(200)
  expect(calls).toEqual(['/a', '/api/session/refresh', '/a'])
})

test('calls that fail together renew once', async () => {
  const { calls, refreshing } = play({ renews: true })
  const answers = await Promise.all([refreshing('/a'), refreshing('/b'), refreshing('/c')])
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
  expect(calls.filter((call) => call === '/api/session/refresh')).toHaveLength(1)
})

test('a session that has ended hands the refusal on', async () => {
  const { calls, refreshing } = play({ renews: false })
  expect((await refreshing('/a')).status).toBe(401)
  expect(calls).toEqual(['/a', '/api/session/refresh'])
})

test('another refusal renews nothing', async () => {
  const calls: string[] = []
  const refreshing = createRefreshingFetch(async (input) => {
    calls.push(input as string)
    return Response.json({ error: { data: { code: 'session.ended' } } }, { status: 401 })
  })
  expect((await refreshing('/a')).status).toBe(401)
  expect(calls).toEqual(['/a'])
})
