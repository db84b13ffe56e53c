import { expect, test } from 'vitest'
import { chooseItem, nextItem, type ReviewItem } from './choose-item.ts'

const item = (lineItemId: string, state: 'waiting' | 'reviewed' | 'refunded' = 'waiting'): ReviewItem => ({
  lineItemId,
  quantity: 1,
  isReviewable: state !== 'refunded',
  product: { title: lineItemId, variantTitle: null, imageUrl: null, price: null, compareAt: null, isPriceFrom: false },
  draft: null,
  review:
    state === 'reviewed'
      ? {
          id: 'rev_1',
          lineItemId,
          rating: 5,
          title: null,
          body: 'Good.',
          authorName: 'Mina',
          status: 'pending',
          rejectReason: null,
          createdAt: '2026-11-24T00:00:00.000Z',
          editedAt: null,
          reply: null,
        }
      : null,
})
const nobody = { fromAddress: null, fromLink: null }

test('the address decides, then the mail’s link, then what is still to be reviewed', () => {
  const items = [item('a', 'reviewed'), item('b'), item('c')]
  expect(chooseItem(items, { fromAddress: 'c', fromLink: 'b' })?.lineItemId).toBe('c')
  expect(chooseItem(items, { fromAddress: 'unknown', fromLink: 'b' })?.lineItemId).toBe('b')
  expect(chooseItem(items, nobody)?.lineItemId).toBe('b')
})

test('when everything is reviewed the first is shown; an order without items shows none', () => {
  expect(chooseItem([item('a', 'reviewed'), item('b', 'refunded')], nobody)?.lineItemId).toBe('a')
  expect(chooseItem([], nobody)).toBeNull()
})

test('the next item is one that can be reviewed, after the current one first', () => {
  const items = [item('a'), item('b', 'reviewed'), item('c', 'refunded'), item('d')]
  expect(nextItem(items, 'b')?.lineItemId).toBe('d')
  expect(nextItem(items, 'd')?.lineItemId).toBe('a')
  expect(nextItem([item('a', 'reviewed')], 'a')).toBeNull()
})
