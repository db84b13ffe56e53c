import { expect, test } from 'vitest'
import { filtersHref, listInput, readFilters, type ReviewFilters } from './filters.ts'

const review = `rev_${'0'.repeat(26)}`
const product = `prd_${'1'.repeat(26)}`
const everything: ReviewFilters = {
  status: 'published',
  rating: 2,
  productId: product,
  search: 'a & b',
  reviewId: review,
}
const nothing: ReviewFilters = { status: 'pending', rating: null, productId: null, search: '', reviewId: null }
const read = (href: string): ReviewFilters => readFilters(new URL(href, 'http://x').searchParams)

test('what stands in the address comes back from it', () => {
  expect(read(filtersHref(everything))).toEqual(everything)
  expect(filtersHref(nothing)).toBe('/admin/reviews')
  expect(read('/admin/reviews')).toEqual(nothing)
})

test('nonsense in the address filters nothing', () => {
  expect(read('/admin/reviews?status=all&rating=0&product=1&review=../x&search=%20')).toEqual(nothing)
})

test('the list is asked only for what was chosen; the open review is no filter', () => {
  expect(listInput({ ...nothing, reviewId: review })).toEqual({ status: 'pending', pageSize: 30 })
  expect(listInput(everything)).toEqual({
    status: 'published',
    rating: 2,
    productId: product,
    search: 'a & b',
    pageSize: 30,
  })
})
