import type { AuditAction } from '@afterword/validation/audit/actions'
import type { RejectReason, ReviewStatus } from '@afterword/validation/review/schema'

export const rejectReasonNames: Readonly<Record<RejectReason, string>> = {
  spam: 'Spam or advertising',
  off_topic: 'Not about this product',
  offensive: 'Insults or hate',
  personal_data: 'Contains personal data',
  illegal: 'Unlawful content',
  not_a_customer: 'Not written by a customer',
  conflict_of_interest: 'Conflict of interest',
}

export const statusNames: Readonly<Record<ReviewStatus, string>> = {
  pending: 'Pending',
  published: 'Published',
  rejected: 'Rejected',
}

const actionNames: Readonly<Partial<Record<AuditAction, string>>> = {
  'review.submit': 'Submitted',
  'review.edit': 'Edited',
  'review.publish': 'Published',
  'review.reject': 'Rejected',
  'review.undo': 'Decision undone',
  'review.reply': 'Replied',
  'review.reply_removed': 'Reply removed',
}

/** What an entry of the history is called; one without a name keeps its own. What was undone says what holds again. */
export const actionName = (action: AuditAction, status?: ReviewStatus): string => {
  const name = actionNames[action] ?? action
  return action === 'review.undo' && status !== undefined ? `${name}: ${statusNames[status].toLowerCase()} again` : name
}
