import type { ErrorEntry } from './error-entry.ts'

/** What a customer's page has words for. Apart from the rest, so that phones load these alone. */
export const customerCodes = {
  'email.invalid': { kind: 'invalid', message: 'Please enter a valid email address.' },
  internal: {
    kind: 'internal',
    message: 'Something went wrong on our side. Nothing you typed is lost.',
  },
  'line_item.not_found': { kind: 'not_found', message: 'This item is not part of the order.' },
  'line_item.not_reviewable': {
    kind: 'conflict',
    message: 'This item can’t be reviewed because it was refunded or cancelled.',
  },
  'rate.limited': { kind: 'too_many', message: 'Too many attempts. Please wait a little and try again.' },
  'review.already_written': {
    kind: 'conflict',
    message:
      'You’ve already reviewed this item. To replace that review with what is in the form now, save the changes.',
  },
  'review.author_name_too_long': {
    kind: 'invalid',
    message: 'The name is too long (80 characters at most).',
  },
  'review.body_required': { kind: 'invalid', message: 'Please write a few words.' },
  'review.body_too_long': {
    kind: 'invalid',
    message: 'The review is too long (5,000 characters at most).',
  },
  'review.rating_required': { kind: 'invalid', message: 'Please choose from one to five stars.' },
  'review.title_too_long': {
    kind: 'invalid',
    message: 'The title is too long (120 characters at most).',
  },
  'review_link.not_found': { kind: 'not_found', message: 'This link doesn’t work.' },
  'subscription.email_mismatch': {
    kind: 'unprocessable',
    message: 'This email was sent to a different address. Enter the one it was sent to.',
  },
} as const satisfies Record<string, ErrorEntry>
