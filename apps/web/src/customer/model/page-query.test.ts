import { expect, test } from 'vitest'
import { readPageQuery, reviewPageHref } from './page-query.ts'

const nothing = { item: null, rating: null, edit: false, sent: null, error: null }

test('the star of the mail is read', () => {
  expect(readPageQuery({ rating: '4' })).toEqual({ ...nothing, rating: 4 })
})

test('nonsense in the address means absent, never an error', () => {
  expect(readPageQuery({})).toEqual(nothing)
  for (const rating of ['0', '6', '4.5', '1e0', ' 4', '', 'five', '-1']) {
    expect(readPageQuery({ rating })).toEqual(nothing)
  }
  expect(readPageQuery({ sent: 'yes', edit: 'true', item: '', error: '' })).toEqual(nothing)
})

test('a value given twice counts once', () => {
  expect(readPageQuery({ rating: ['5', '1'] })).toEqual({ ...nothing, rating: 5 })
})

test('an address that was built is read back', () => {
  const href = reviewPageHref('abc', { item: 'lin_1', rating: 3, sent: 'edited' })
  expect(href).toBe('/write/detail/abc?item=lin_1&rating=3&sent=edited')
  const query = Object.fromEntries(new URLSearchParams(href.split('?')[1]))
  expect(readPageQuery(query)).toEqual({ ...nothing, item: 'lin_1', rating: 3, sent: 'edited' })
  expect(reviewPageHref('a/b', {})).toBe('/write/detail/a%2Fb')
})
