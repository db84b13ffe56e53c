import { expect, test } from 'vitest'
import { createRefreshingFetch } from './refreshing-fetch.ts'
import type { RenewalOutcome } from './renewal.ts'

const refusal = (code: string, status = 401) => Response.json({ error: { data: { code } } }, { status })

/** A server that refuses calls with each of these answers in turn, and takes the next one. */
const play = (refusals: readonly Response[], outcome: RenewalOutcome = 'renewed') => {
  const answers = [...refusals]
  const told: string[] = []
  const refreshing = createRefreshingFetch({
    fetchOnce: async (input) => {
      told.push(input as string)
      return answers.shift() ?? Response.json({ ok: true })
    },
    renew: async () => {
      told.push('renew')
      return outcome
    },
    readEnd: () => null,
    onEnded: () => told.push('ended'),
    onShopChanged: () => told.push('shop changed'),
  })
  return { told, refreshing }
}

for (const code of ['access_token.expired', 'access_token.missing', 'access_token.invalid']) {
  test(`${code}: the session is renewed and the call made again`, async () => {
    const { told, refreshing } = play([refusal(code)])
    expect((await refreshing('/a')).status).toBe(200)
    expect(told).toEqual(['/a', 'renew', '/a'])
  })
}

test('a token that runs out twice is renewed twice, then the refusal is handed on', async () => {
  const expired = () => refusal('access_token.expired')
  const { told, refreshing } = play([expired(), expired(), expired(), expired()])
  expect((await refreshing('/a')).status).toBe(401)
  expect(told).toEqual(['/a', 'renew', '/a', 'renew', '/a'])
})

test('a session that has ended leads to sign-in and hands the refusal on', async () => {
  const { told, refreshing } = play([refusal('access_token.expired')], 'ended')
  expect((await refreshing('/a')).status).toBe(401)
  expect(told).toEqual(['/a', 'renew', 'ended'])
})

test('an unreachable server ends no session: the call counts as unanswered', async () => {
  const { told, refreshing } = play([refusal('access_token.expired')], 'unavailable')
  await expect(refreshing('/a')).rejects.toThrow(TypeError)
  expect(told).toEqual(['/a', 'renew'])
})

for (const code of ['session.ended', 'session.reused']) {
  test(`${code} in answer to a call leads to sign-in without a renewal`, async () => {
    const { told, refreshing } = play([refusal(code)])
    expect((await refreshing('/a')).status).toBe(401)
    expect(told).toEqual(['/a', 'ended'])
  })
}

test('a page of another shop is told', async () => {
  const { told, refreshing } = play([refusal('shop.changed', 409)])
  expect((await refreshing('/a')).status).toBe(409)
  expect(told).toEqual(['/a', 'shop changed'])
})

test('other refusals are handed on as they came, whatever they say', async () => {
  for (const response of [
    refusal('sign_in.refused'),
    refusal('review.state_changed', 409),
    refusal('unavailable', 503),
    Response.json({ body: 'about "session.ended" and "access_token.expired"' }),
  ]) {
    const { status } = response
    const { told, refreshing } = play([response])
    expect((await refreshing('/a')).status).toBe(status)
    expect(told).toEqual(['/a'])
  }
})
