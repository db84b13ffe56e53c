import { summariseRatings } from '@afterword/validation/review/rating'
import type { PublicReview, PublicReviewPage, PublicSummary } from '@afterword/validation/storefront/schema'
import { expect, test } from 'vitest'
import type { ListQuery } from './api.ts'
import { createReviewFeed, type FeedSource } from './review-feed.ts'

const summary: PublicSummary = {
  product: { platformId: '1', title: 'Throw', price: null, isPriceFrom: false, compareAt: null },
  rating: { ...summariseRatings({ '1': 0, '2': 0, '3': 0, '4': 0, '5': 3 }) },
  widget: { accentColor: '#2f5d50', pageSize: 2, showsPrice: false, locale: 'en' },
}
const reviewOf = (id: string): PublicReview => ({
  id,
  rating: 5,
  title: null,
  body: id,
  author: 'Mina K.',
  createdAt: '2026-01-06T10:00:00.000Z',
  verified: true,
  helpfulCount: 0,
  reply: null,
})
const pageOf = (ids: readonly string[], nextCursor: string | null = null): PublicReviewPage => ({
  items: ids.map(reviewOf),
  nextCursor,
})

/** A source whose answers the test gives, in whatever order it likes. */
const createSource = () => {
  const asked: { query: ListQuery; answer: (page: PublicReviewPage | null) => void; fail: () => void }[] = []
  const source: FeedSource = {
    getSummary: async () => await Promise.resolve(summary),
    getPage: async (query) =>
      await new Promise((answer, reject) => {
        asked.push({ query, answer, fail: () => reject(new Error('away')) })
      }),
  }
  return { source, asked }
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}
const load = async (page: PublicReviewPage) => {
  const { source, asked } = createSource()
  let changes = 0
  const feed = createReviewFeed(source, () => (changes += 1))
  void feed.load()
  await settle()
  asked.at(-1)?.answer(page)
  await settle()
  return { feed, asked, ids: () => feed.state().reviews.map(({ id }) => id), changes: () => changes }
}

test('the first list comes with the summary, as long as the shop wants it', async () => {
  const { feed, asked, ids } = await load(pageOf(['a', 'b'], 'next'))
  expect(feed.state()).toMatchObject({ phase: 'ready', summary, cursor: 'next' })
  expect(ids()).toEqual(['a', 'b'])
  expect(asked.map(({ query }) => query)).toEqual([{ sort: 'newest', rating: null, cursor: null, limit: 2 }])
})

test('the next part is put behind what is there, and asked for once however often it is pressed', async () => {
  const { feed, asked, ids } = await load(pageOf(['a', 'b'], 'next'))
  void feed.more()
  void feed.more()
  await settle()
  expect(asked).toHaveLength(2)
  expect(asked[1]?.query.cursor).toBe('next')
  asked[1]?.answer(pageOf(['c']))
  await settle()
  expect(ids()).toEqual(['a', 'b', 'c'])
  void feed.more()
  await settle()
  expect(asked).toHaveLength(2)
})

test('a list never holds parts of two: what was asked before another choice is dropped, whenever it comes', async () => {
  const { feed, asked, ids } = await load(pageOf(['a', 'b'], 'next'))
  void feed.more()
  await settle()
  void feed.choose({ rating: 4 })
  await settle()
  asked[2]?.answer(pageOf(['four']))
  await settle()
  asked[1]?.answer(pageOf(['late']))
  await settle()
  expect(ids()).toEqual(['four'])
  expect(feed.state()).toMatchObject({ phase: 'ready', rating: 4, cursor: null })
})

test('of two choices in a row the later one holds, also when its answer comes first', async () => {
  const { feed, asked, ids } = await load(pageOf(['a']))
  void feed.choose({ sort: 'highest' })
  void feed.choose({ sort: 'lowest' })
  await settle()
  asked[2]?.answer(pageOf(['lowest']))
  asked[1]?.answer(pageOf(['highest']))
  await settle()
  expect(feed.state().sort).toBe('lowest')
  expect(ids()).toEqual(['lowest'])
})

test('a next part that failed leaves what is there, and can be asked for again', async () => {
  const { feed, asked, ids } = await load(pageOf(['a'], 'next'))
  void feed.more()
  await settle()
  asked[1]?.fail()
  await settle()
  expect(feed.state().phase).toBe('moreFailed')
  expect(ids()).toEqual(['a'])
  void feed.more()
  await settle()
  asked[2]?.answer(pageOf(['b']))
  await settle()
  expect(ids()).toEqual(['a', 'b'])
})

test('a product that is not known (yet) is one without reviews', async () => {
  const { source } = createSource()
  const feed = createReviewFeed({ ...source, getSummary: async () => await Promise.resolve(null) }, () => undefined)
  await feed.load()
  expect(feed.state()).toMatchObject({ phase: 'ready', reviews: [], cursor: null })
  expect(feed.state().summary?.rating).toMatchObject({ average: 0, count: 0 })
})

test('what is stopped changes nothing any more', async () => {
  const { feed, asked, ids, changes } = await load(pageOf(['a'], 'next'))
  void feed.more()
  await settle()
  expect(feed.isWaiting()).toBe(true)
  feed.stop()
  const before = changes()
  asked[1]?.answer(pageOf(['b']))
  await settle()
  expect(ids()).toEqual(['a'])
  expect(changes()).toBe(before)
})
