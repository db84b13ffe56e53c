import { expect, test } from 'vitest'
import { createRenewal } from './renewal.ts'

/** One browser: tabs share the marker and the lock. */
const openBrowser = (options: { status?: number; hasMarker?: boolean } = {}) => {
  const { status = 200, hasMarker = true } = options
  let end: number | null = hasMarker ? 1_000 : null
  let posts = 0
  let line: Promise<unknown> = Promise.resolve()
  const openTab = () =>
    createRenewal({
      post: async () => {
        posts += 1
        await Promise.resolve()
        const accessExpiresAt = new Date(((end ?? 0) + 1_800) * 1000).toISOString()
        return Response.json(hasMarker ? { accessExpiresAt } : {}, { status })
      },
      takeTurn: async (work) => {
        const turn = line.then(work)
        line = turn.catch(() => undefined)
        return await turn
      },
      readEnd: () => end,
      noteEnd: (next) => void (end = next),
    })
  return { openTab, posts: () => posts, end: () => end }
}

test('six tabs that are refused at once renew once', async () => {
  const browser = openBrowser()
  const tabs = Array.from({ length: 6 }, browser.openTab)
  const seen = browser.end()
  expect(await Promise.all(tabs.map((renew) => renew(seen)))).toEqual(Array.from({ length: 6 }, () => 'renewed'))
  expect(browser.posts()).toBe(1)
})

test('calls of one tab share one renewal, with no marker to go by', async () => {
  const browser = openBrowser({ hasMarker: false })
  const renew = browser.openTab()
  await Promise.all([renew(null), renew(null), renew(null)])
  expect(browser.posts()).toBe(1)
})

test('a call that was made before somebody renewed needs no second renewal', async () => {
  const browser = openBrowser()
  const renew = browser.openTab()
  const seen = browser.end()
  await renew(seen)
  expect(await renew(seen)).toBe('renewed')
  expect(browser.posts()).toBe(1)
})

test('a token that ran out again is renewed again', async () => {
  const browser = openBrowser()
  const renew = browser.openTab()
  await renew(browser.end())
  await renew(browser.end())
  expect(browser.posts()).toBe(2)
})

test('only a 401 ends the session', async () => {
  expect(await openBrowser({ status: 401 }).openTab()(1_000)).toBe('ended')
  for (const status of [403, 429, 500, 502, 503, 504]) {
    expect(await openBrowser({ status }).openTab()(1_000), String(status)).toBe('unavailable')
  }
})

test('no answer and no turn leave the session as it was, and later is another try', async () => {
  let isReachable = false
  const renew = createRenewal({
    post: async () => {
      if (!isReachable) throw new TypeError('Failed to fetch')
      return new Response()
    },
    takeTurn: (work) => work(),
    readEnd: () => 1,
    noteEnd: () => undefined,
  })
  expect(await renew(1)).toBe('unavailable')
  isReachable = true
  expect(await renew(1)).toBe('renewed')
})
