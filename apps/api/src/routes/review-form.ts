import type { SubmitReview } from '@afterword/validation/review/submit'
import { DomainError, type ErrorCode, isErrorCode } from '@afterword/errors'
import type { ServiceContext } from '@afterword/services/kernel/context'
import { editReview } from '@afterword/services/reviews/submit/edit-review'
import { saveDraft } from '@afterword/services/reviews/draft/save-draft'
import { submitReview } from '@afterword/services/reviews/submit/submit-review'
import { decodeId } from '@afterword/validation/primitives/ids'
import { saysTheSame } from '@afterword/validation/review/rules'
import { submitReviewSchema } from '@afterword/validation/review/submit'
import { textOf } from './form-fields.ts'

/** The whole number a form field holds, or null. */
const numberOf = (fields: unknown, name: string): number | null => {
  const text = textOf(fields, name)
  return /^\d{1,3}$/.test(text) ? Number(text) : null
}

/** A form's fields as the review procedures take them. */
export const readReviewForm = (code: string, body: unknown) => ({
  code,
  lineItemId: textOf(body, 'lineItemId'),
  submissionId: textOf(body, 'submissionId') === '' ? crypto.randomUUID() : textOf(body, 'submissionId'),
  rating: numberOf(body, 'rating') ?? undefined,
  title: textOf(body, 'title'),
  body: textOf(body, 'body'),
  authorName: textOf(body, 'authorName'),
})

type ReviewForm = ReturnType<typeof readReviewForm>

/** The same fields once more, for a form that sends them again. */
export const writeReviewForm = ({ rating, code: _code, ...texts }: ReviewForm, isEdit: boolean) => ({
  ...texts,
  rating: rating === undefined ? '' : String(rating),
  ...(isEdit ? { edit: '1' } : {}),
})

/**
 * Stores the first review of an item. A browser without scripts that goes back to the form sends other words under the
 * same id: the item's own key still keeps the review single, so they are tried under another.
 *
 * @throws DomainError `review.already_written` when there is a review that says something else, and those of submitReview
 */
const submitFirst = async (ctx: ServiceContext, input: SubmitReview): Promise<void> => {
  const { review } = await submitReview({ ctx, input }).catch(async (error: unknown) => {
    if (!(error instanceof DomainError && error.code === 'submission.mismatch')) throw error
    return await submitReview({ ctx, input: { ...input, submissionId: crypto.randomUUID() } })
  })
  if (!saysTheSame(review, input)) throw new DomainError('review.already_written')
}

/** Saves or changes a review; the code of what is wrong with it, or null when it is stored. */
const storeReview = async (ctx: ServiceContext, form: ReviewForm, isEdit: boolean) => {
  const parsed = submitReviewSchema.safeParse(form)
  if (!parsed.success) {
    const [message] = parsed.error.issues.map((issue) => issue.message)
    return isErrorCode(message) ? message : 'input.invalid'
  }
  try {
    if (isEdit) await editReview({ ctx, input: parsed.data })
    else await submitFirst(ctx, parsed.data)
    return null
  } catch (error) {
    const isAnswer = error instanceof DomainError && (error.kind === 'conflict' || error.kind === 'unprocessable')
    if (isAnswer) return error.code
    throw error
  }
}

/** What the page needs from its address to show the form again: a star alone begins no draft. */
const keptInAddress = ({ rating, title, body }: ReviewForm, isEdit: boolean) => ({
  ...(rating !== undefined && title === '' && body === '' && { rating: String(rating) }),
  ...(isEdit && { edit: '1' }),
})

/**
 * What was typed is put by, so that the page the browser is sent back to shows it again.
 *
 * @returns Whether it stands beside a review, as a change to it.
 */
const keepTyped = async (ctx: ServiceContext, form: ReviewForm, isEdit: boolean): Promise<boolean> => {
  const lineItemId = decodeId('lineItem', form.lineItemId)
  if (lineItemId === null) throw new DomainError('line_item.not_found')
  const input = { ...form, lineItemId, rating: form.rating ?? null, baseVersion: 0 }
  try {
    const { version } = await saveDraft({ ctx, input: { ...input, isEdit } })
    if (version !== null) return isEdit
    await saveDraft({ ctx, input: { ...input, isEdit: true } })
    return true
  } catch (error) {
    // An item that was given back in the meantime has no form to show it in.
    if (!(error instanceof DomainError && error.kind === 'conflict')) throw error
    return isEdit
  }
}

/**
 * Stores the review, or puts by what was typed.
 *
 * @returns What the review page's address says of it: `sent`, or `error` with the code of what is wrong, and whether
 *   the form that shows it again changes a review.
 * @throws DomainError `review_link.not_found`, `line_item.not_found`, and what passes: the same form may be sent again
 */
export const storeOrKeep = async (ctx: ServiceContext, form: ReviewForm, isEdit: boolean) => {
  const error: ErrorCode | null = await storeReview(ctx, form, isEdit)
  if (error === null) return { sent: '1' }
  return { error, ...keptInAddress(form, await keepTyped(ctx, form, isEdit)) }
}
