import { expect, test } from 'vitest'
import { checkReviewContent } from '@afterword/validation/review/check-content'
import { fieldErrorsOf, firstWrongField, isBlank, readFormValues } from './form-values.ts'

const form = (entries: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.set(name, value)
  return data
}

test('a form without a chosen star has no rating, not 0', () => {
  expect(readFormValues(form({ body: 'Good' }))).toEqual({ rating: null, title: '', body: 'Good', authorName: '' })
})

test('line breaks are counted as they are stored', () => {
  expect(readFormValues(form({ body: 'a\r\nb' })).body).toBe('a\nb')
})

test('what the server would refuse is told before sending, each field by its code', () => {
  const values = readFormValues(form({ body: '   ', title: 'x'.repeat(121) }))
  expect(checkReviewContent(values)).toEqual({
    errors: { rating: 'review.rating_required', body: 'review.body_required', title: 'review.title_too_long' },
  })
})

test('a whole form gives trimmed content; an empty headline is absent', () => {
  const values = readFormValues(form({ rating: '5', body: ' Lovely. ', title: '', authorName: 'Mina' }))
  expect(checkReviewContent(values)).toEqual({
    content: { rating: 5, body: 'Lovely.', title: undefined, authorName: 'Mina' },
  })
})

test('a refusal is shown at its field, by the fields it names or by its code', () => {
  expect(fieldErrorsOf({ code: 'review.body_required', fields: { body: 'review.body_required' } })).toEqual({
    body: 'review.body_required',
  })
  expect(fieldErrorsOf({ code: 'review.title_too_long', fields: {} })).toEqual({ title: 'review.title_too_long' })
  expect(fieldErrorsOf({ code: 'line_item.not_reviewable', fields: { code: 'input.invalid' } })).toBeNull()
})

test('the first wrong field follows the order of the page', () => {
  expect(firstWrongField({ title: 'x', rating: 'y' })).toBe('rating')
  expect(firstWrongField({})).toBeNull()
})

test('a form with a name only is blank: nothing was written yet', () => {
  expect(isBlank(readFormValues(form({ authorName: 'Mina' })))).toBe(true)
  expect(isBlank(readFormValues(form({ rating: '3' })))).toBe(false)
})
