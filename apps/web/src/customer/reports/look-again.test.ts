import { expect, test } from 'vitest'
import { createLook } from './look-again.ts'

const address = '/api/trpc/customer.review.submit'
const ours = { status: 200, headers: { 'x-request-id': 'a' } }

/** @param answers  What each request to our own address, and to the one that failed, gets in turn */
const start = (answers: { readonly origin: readonly boolean[]; readonly same: readonly boolean[] }) => {
  const asked: string[] = []
  const count = (url: string): number => asked.filter((each) => each === url).length
  const look = createLook({
    async fetch(url, { method }) {
      asked.push(url)
      expect(method).toBe('HEAD')
      const list = url === '/healthz' ? answers.origin : answers.same
      if (list[count(url) - 1] !== true) throw new TypeError('Failed to fetch')
      return await Promise.resolve(url === '/healthz' ? new Response(null, ours) : new Response(null, { status: 405 }))
    },
    wait: async () => undefined,
  })
  return { look, asked }
}

test.each([
  ['all is well again', { origin: [true], same: [true] }, { originAnswered: true, addressAnswered: true }],
  ['the server is away', { origin: [false], same: [false] }, { originAnswered: false, addressAnswered: false }],
  [
    'this address alone is not answered, twice',
    { origin: [true, true], same: [false, false] },
    { originAnswered: true, addressAnswered: false },
  ],
  [
    'it was not answered once only',
    { origin: [true, true], same: [false, true] },
    { originAnswered: true, addressAnswered: null },
  ],
  [
    'everything came and went',
    { origin: [true, false], same: [false, false] },
    { originAnswered: null, addressAnswered: null },
  ],
])('a second look tells whether %s', async (_name, answers, found) => {
  expect(await start(answers).look(`${address}?input=secret`)).toEqual(found)
})

test('the look asks the address without what the call carried, and once for all calls that fail together', async () => {
  const { look, asked } = start({ origin: [true], same: [true] })
  await Promise.all([look(`${address}?input=one`), look(`${address}?input=two`)])
  expect(asked).toEqual(['/healthz', address])
})

test('an answer that is not ours does not make the server reachable', async () => {
  const look = createLook({
    fetch: async () => await Promise.resolve(new Response('<h1>Sign in to the Wi-Fi</h1>')),
    wait: async () => undefined,
  })
  expect(await look(address)).toMatchObject({ originAnswered: false })
})
