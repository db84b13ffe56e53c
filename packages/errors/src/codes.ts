import { customerCodes } from './customer-codes.ts'
import type { ErrorEntry } from './error-entry.ts'

/** Every error a caller can meet. Codes are stable: other programs compare them. */
export const errorCodes = {
  ...customerCodes,
  'access_token.expired': { kind: 'unauthenticated', message: 'The access token has expired.' },
  'access_token.invalid': { kind: 'unauthenticated', message: 'The access token is not valid.' },
  'access_token.missing': { kind: 'unauthenticated', message: 'Sign in to go on.' },
  'address.too_long': { kind: 'too_large', message: 'This address is too long.' },
  'batch.not_allowed': { kind: 'invalid', message: 'This call is made alone, not together with others.' },
  'batch.too_large': { kind: 'invalid', message: 'At most ten calls can be made together.' },
  'benefit.not_found': { kind: 'not_found', message: 'There is no such benefit.' },
  'body.invalid': { kind: 'invalid', message: 'The request body could not be read.' },
  'body.too_large': { kind: 'too_large', message: 'The request body is too large.' },
  'headers.too_large': { kind: 'too_large', message: 'The headers of this request are too large.' },
  'id.invalid': { kind: 'invalid', message: 'That is not a valid id.' },
  'incident.not_found': { kind: 'not_found', message: 'There is no such incident.' },
  'input.invalid': { kind: 'invalid', message: 'Some of what was sent is not valid.' },
  'invitation.limit_reached': {
    kind: 'too_many',
    message: 'That is 50 invitations within a day. Please go on tomorrow.',
  },
  'invitation.not_found': { kind: 'not_found', message: 'This invitation is not valid any more.' },
  'mail.refused': { kind: 'unprocessable', message: 'The mail server refused this message.' },
  'mail.unanswered': {
    kind: 'unprocessable',
    message: 'The mail server took this message and did not say what became of it.',
  },
  'mail.unavailable': { kind: 'unavailable', message: 'The mail server could not be reached.' },
  'member.exists': { kind: 'conflict', message: 'This person belongs to the shop already.' },
  'member.last_owner': {
    kind: 'conflict',
    message: 'A shop needs an owner. Make somebody else an owner first.',
  },
  'member.not_found': { kind: 'not_found', message: 'This person does not belong to the shop.' },
  'money.invalid': { kind: 'invalid', message: 'That is not an amount of money.' },
  'origin.refused': { kind: 'forbidden', message: 'This request came from another site.' },
  overloaded: { kind: 'unavailable', message: 'We are very busy. Please try again in a moment.' },
  'page_cursor.invalid': { kind: 'invalid', message: 'That page does not exist.' },
  'name.invalid': { kind: 'invalid', message: 'A name has 1 to 120 characters.' },
  'password.too_short': { kind: 'invalid', message: 'Use at least 12 characters.' },
  'permission.denied': { kind: 'forbidden', message: 'You are not allowed to do this.' },
  'price.compare_at_invalid': {
    kind: 'invalid',
    message: 'The compare-at price is not a valid amount.',
  },
  'price.currency_mismatch': {
    kind: 'invalid',
    message: 'Both prices must be in the same currency.',
  },
  'price.invalid': { kind: 'invalid', message: 'The price is not a valid amount.' },
  'product.not_found': { kind: 'not_found', message: 'There is no such product.' },
  'request.invalid': { kind: 'invalid', message: 'This request could not be read.' },
  'request.too_slow': { kind: 'invalid', message: 'This request came too slowly.' },
  'review.not_found': { kind: 'not_found', message: 'There is no such review.' },
  'review.reply_required': { kind: 'invalid', message: 'Please write a reply.' },
  'review.reply_too_long': {
    kind: 'invalid',
    message: 'The reply is too long (2,000 characters at most).',
  },
  'review.state_changed': {
    kind: 'conflict',
    message: 'Somebody else changed this review in the meantime.',
  },
  'review_request.not_found': { kind: 'not_found', message: 'There is no such review request.' },
  'route.not_found': { kind: 'not_found', message: 'There is nothing at this address.' },
  'schedule.length_invalid': { kind: 'invalid', message: 'The window is 30 to 1,440 minutes long.' },
  'schedule.start_invalid': { kind: 'invalid', message: 'The window begins at a time of day from 00:00 to 23:59.' },
  'schedule.state_changed': {
    kind: 'conflict',
    message: 'Somebody else changed the window in the meantime.',
  },
  'schedule.time_zone_invalid': { kind: 'invalid', message: 'That is not a time zone.' },
  'session.ended': {
    kind: 'unauthenticated',
    message: 'You have been signed out. Please sign in again.',
  },
  'session.not_found': { kind: 'not_found', message: 'There is no such session.' },
  'session.reused': {
    kind: 'unauthenticated',
    message: 'This session was ended to keep your account safe. Please sign in again.',
  },
  'shop.changed': {
    kind: 'conflict',
    message: 'In another tab you went on to a different shop. Reload this page to go on.',
  },
  'shop.currency_invalid': { kind: 'invalid', message: 'A currency is three letters, such as EUR.' },
  'shop.delay_invalid': { kind: 'invalid', message: 'The delay is a whole number of days from 0 to 60.' },
  'shop.domain_invalid': { kind: 'invalid', message: 'That is no domain, such as hearth-and-wool.myshopify.com.' },
  'shop.domain_taken': { kind: 'conflict', message: 'There is a shop with this domain already.' },
  'shop.locale_invalid': { kind: 'invalid', message: 'The language is en or ko.' },
  'shop.not_found': { kind: 'not_found', message: 'There is no such shop.' },
  'shop.secret_invalid': {
    kind: 'invalid',
    message: 'A secret has 16 to 200 letters, digits or signs, without spaces.',
  },
  'sign_in.refused': {
    kind: 'unauthenticated',
    message: 'The e-mail address or the password is wrong.',
  },
  'sign_in_link.code_refused': {
    kind: 'unauthenticated',
    message: 'This code is wrong or no longer valid.',
  },
  'sign_in_link.not_found': {
    kind: 'not_found',
    message: 'This link is not valid any more. Please ask for a new one.',
  },
  'sign_in_link.other_browser': {
    kind: 'conflict',
    message: 'This link was asked for in another browser. Enter the code there.',
  },
  'signing_key.not_found': { kind: 'not_found', message: 'There is no such signing key.' },
  'signing_key.pending': {
    kind: 'conflict',
    message: 'A new signing key is published already and not in use yet.',
  },
  'step_up.required': { kind: 'forbidden', message: 'Confirm your password to go on.' },
  'submission.mismatch': {
    kind: 'unprocessable',
    message: 'Another text was sent under this id already. Change that review instead.',
  },
  unavailable: {
    kind: 'unavailable',
    message: 'This cannot be done at the moment. Please try again shortly.',
  },
  'webhook.id_missing': { kind: 'invalid', message: 'The webhook has no usable id.' },
  'webhook.signature_invalid': {
    kind: 'unauthenticated',
    message: 'The signature does not match the body.',
  },
  'widget.state_changed': {
    kind: 'conflict',
    message: 'Somebody else saved the widget in the meantime. Reload to see it.',
  },
  'widget.settings_invalid': { kind: 'invalid', message: 'These widget settings are not valid.' },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorCodes

/** Whether a text is one of our codes, e.g. one that arrived as a schema's message. */
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorCodes, value)
