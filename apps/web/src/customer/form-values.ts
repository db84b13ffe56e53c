import { isErrorCode } from '@afterword/errors'
import { type ReviewContent, reviewContentSchema } from '@afterword/validation/review'

export type ReviewField = 'rating' | 'title' | 'body' | 'authorName'
const fields: readonly ReviewField[] = ['rating', 'body', 'title', 'authorName']

/** What stands in the form, as it was typed. */
export interface FormValues {
  readonly rating: number | null
  readonly title: string
  readonly body: string
  readonly authorName: string
}

/** Field → error code. */
export type FieldErrors = Partial<Record<ReviewField, string>>

const isReviewField = (name: unknown): name is ReviewField => fields.includes(name as ReviewField)

export const readFormValues = (data: FormData): FormValues => {
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

export const isBlank = (values: FormValues): boolean =>
  values.rating === null && values.body === '' && values.title === ''

/** Checks with the rules the server has. */
export const checkFormValues = (values: FormValues): { content: ReviewContent } | { errors: FieldErrors } => {
  const result = reviewContentSchema.safeParse({ ...values, rating: values.rating ?? undefined })
  if (result.success) return { content: result.data }
  const errors: FieldErrors = {}
  for (const issue of result.error.issues) {
    const [field] = issue.path
    if (isReviewField(field)) errors[field] ??= isErrorCode(issue.message) ? issue.message : 'input.invalid'
  }
  return { errors }
}

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
