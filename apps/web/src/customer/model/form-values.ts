import type { ReviewField, TypedReview } from '@afterword/validation/review/check-content'

const fields: readonly ReviewField[] = ['rating', 'body', 'title', 'authorName']

/** Field → error code. */
export type FieldErrors = Partial<Record<ReviewField, string>>

export const readFormValues = (data: FormData): TypedReview => {
  const text = (name: string): string => {
    const value = data.get(name)
    // Browsers send \r\n; what is stored and counted has \n.
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
  }
  const rating = text('rating')
  return {
    rating: rating === '' ? null : Number(rating),
    title: text('title'),
    body: text('body'),
    authorName: text('authorName'),
  }
}

export const isBlank = (values: TypedReview): boolean =>
  values.rating === null && values.body === '' && values.title === ''

/** Whether two texts are the same in every field. */
export const isSameTyped = (first: TypedReview, second: TypedReview): boolean =>
  fields.every((field) => first[field] === second[field])

/** The errors a server's refusal names, by field; null when it is about none of them. */
export const fieldErrorsOf = (failure: {
  code: string
  fields: Readonly<Record<string, string>>
}): FieldErrors | null => {
  const errors: FieldErrors = {}
  for (const field of fields) {
    const code = failure.fields[field]
    if (code !== undefined) errors[field] = code
  }
  if (Object.keys(errors).length > 0) return errors
  return fieldOfCode(failure.code)
}

const fieldByCode: Readonly<Record<string, ReviewField>> = {
  'review.rating_required': 'rating',
  'review.body_required': 'body',
  'review.body_too_long': 'body',
  'review.title_too_long': 'title',
  'review.author_name_too_long': 'authorName',
}

/** The field that an error code is about. */
export const fieldOfCode = (code: string): FieldErrors | null => {
  const field = Object.hasOwn(fieldByCode, code) ? fieldByCode[code] : undefined
  return field === undefined ? null : { [field]: code }
}

/** The first field, in the order of the page, that has an error. */
export const firstWrongField = (errors: FieldErrors): ReviewField | null =>
  fields.find((field) => errors[field] !== undefined) ?? null
