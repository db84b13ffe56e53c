import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import { defaultWidgetSettings, type PriceLine } from '@afterword/validation/widget/settings'
import { expect, test } from 'vitest'
import { toPreview } from './preview-data.ts'

const review = (rating: number): ModerationReviewView => ({
  id: `rev_${rating}`,
  rating,
  title: null,
  body: 'Good.',
  authorName: 'Mina',
  status: 'published',
  rejectReason: null,
  isVerified: true,
  helpfulCount: 0,
  version: 1,
  createdAt: '2026-11-24T00:00:00.000Z',
  publishedAt: null,
  editedAt: null,
  product: { id: 'prd_1', title: 'Throw', imageUrl: null },
  orderName: '#1',
  reply: null,
})
const previewWith = (priceLine: PriceLine, currency = 'USD') =>
  toPreview({
    settings: { ...defaultWidgetSettings('#17594a'), pageSize: 2, priceLine },
    currency,
    locale: 'en',
    reviews: [review(5), review(4), review(2)],
  })

test('a fixed amount of 0, or one not above the price, strikes nothing out', () => {
  for (const compareAtMinor of [0, 1, 8_000]) {
    expect(previewWith({ mode: 'fixed', compareAtMinor }).summary.product.compareAt).toBeNull()
  }
  expect(previewWith({ mode: 'fixed', compareAtMinor: 9_900 }).summary.product.compareAt?.amountMinor).toBe(9_900)
})

test('off hides the price line', () => {
  expect(previewWith({ mode: 'off' }).summary.widget.showsPrice).toBe(false)
})

test('the rating is counted from the reviews and a page holds as many as chosen', () => {
  const { summary, reviews } = previewWith({ mode: 'product' })
  expect(summary.rating).toEqual({ average: 3.67, count: 3, histogram: { '1': 0, '2': 1, '3': 0, '4': 1, '5': 1 } })
  expect(reviews.items).toHaveLength(2)
})

test('a currency without decimals has an example price of a believable size', () => {
  expect(previewWith({ mode: 'product' }, 'KRW').summary.product.price?.amountMinor).toBe(8_000)
})
