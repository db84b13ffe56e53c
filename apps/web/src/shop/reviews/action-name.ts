import { textFor } from '@afterword/language/text'
import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import type { AuditAction } from '@afterword/validation/audit/actions'
import type { ReviewStatus } from '@afterword/validation/review/schema'

/** What an entry of the history is called; one without a text keeps its code. What was undone says what holds again. */
export const actionName = (action: AuditAction, status?: ReviewStatus): string =>
  action === 'review.undo' && status !== undefined ? texts.undoneTo[status] : (textFor(texts.actions, action) ?? action)
