import { customerCodes } from './customer-codes.ts'
import type { ErrorEntry } from './error-entry.ts'

/** Every error a caller can meet. Codes are stable: other programs compare them. */
export const errorCodes = {
  ...customerCodes,
  'access_token.expired': { kind: 'unauthenticated', message: 'The access token has expired.' },
  'access_token.invalid': { kind: 'unauthenticated', message: 'The access token is not valid.' },
  'access_token.missing': { kind: 'unauthenticated', message: 'Sign in to continue.' },
  'address.too_long': { kind: 'too_large', message: 'This address is too long.' },
  'batch.not_allowed': { kind: 'invalid', message: 'This call cannot be combined with others.' },
  'batch.too_large': { kind: 'invalid', message: 'At most ten calls can be combined.' },
  'benefit.not_found': { kind: 'not_found', message: 'This benefit was not found.' },
  'body.invalid': { kind: 'invalid', message: 'The request body could not be read.' },
  'body.too_large': { kind: 'too_large', message: 'The request body is too large.' },
  'headers.too_large': { kind: 'too_large', message: 'The headers of this request are too large.' },
  'id.invalid': { kind: 'invalid', message: 'This id is not valid.' },
  'incident.not_found': { kind: 'not_found', message: 'This incident was not found.' },
  'input.invalid': { kind: 'invalid', message: 'Some of the values are not valid.' },
  'invitation.limit_reached': {
    kind: 'too_many',
    message: 'You can send 50 invitations a day. Please try again tomorrow.',
  },
  'invitation.not_found': { kind: 'not_found', message: 'This invitation is no longer valid.' },
  'mail.refused': { kind: 'unprocessable', message: 'The mail server refused this message.' },
  'mail.unanswered': {
    kind: 'unprocessable',
    message: 'The mail server took this message and did not say what became of it.',
  },
  'mail.unavailable': { kind: 'unavailable', message: 'The mail server could not be reached.' },
  'member.exists': { kind: 'conflict', message: 'This person is already a member of the shop.' },
  'member.last_owner': {
    kind: 'conflict',
    message: 'A shop needs at least one owner. Make someone else an owner first.',
  },
  'member.not_found': { kind: 'not_found', message: 'This person is not a member of the shop.' },
  'money.invalid': { kind: 'invalid', message: 'This is not a valid amount.' },
  'origin.refused': { kind: 'forbidden', message: 'This request came from another site.' },
  overloaded: { kind: 'unavailable', message: 'We are very busy. Please try again in a moment.' },
  'page_cursor.invalid': { kind: 'invalid', message: 'That page does not exist.' },
  'name.invalid': { kind: 'invalid', message: 'Enter a name of up to 120 characters.' },
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
  'product.not_found': { kind: 'not_found', message: 'This product was not found.' },
  'request.invalid': { kind: 'invalid', message: 'This request could not be read.' },
  'request.too_slow': { kind: 'invalid', message: 'The request took too long to arrive.' },
  'review.not_found': { kind: 'not_found', message: 'This review was not found.' },
  'review.reply_required': { kind: 'invalid', message: 'Please write a reply.' },
  'review.reply_too_long': {
    kind: 'invalid',
    message: 'The reply is too long (2,000 characters at most).',
  },
  'review.state_changed': {
    kind: 'conflict',
    message: 'Someone else changed this review in the meantime.',
  },
  'review_request.not_found': { kind: 'not_found', message: 'This review request was not found.' },
  'route.not_found': { kind: 'not_found', message: 'Page not found.' },
  'schedule.length_invalid': { kind: 'invalid', message: 'Enter a length of 30 to 1,440 minutes.' },
  'schedule.start_invalid': { kind: 'invalid', message: 'Enter a start time from 00:00 to 23:59.' },
  'schedule.state_changed': {
    kind: 'conflict',
    message: 'Someone else changed the window in the meantime.',
  },
  'schedule.time_zone_invalid': { kind: 'invalid', message: 'Choose a known time zone.' },
  'session.ended': {
    kind: 'unauthenticated',
    message: 'You have been signed out. Please sign in again.',
  },
  'session.not_found': { kind: 'not_found', message: 'This session was not found.' },
  'session.reused': {
    kind: 'unauthenticated',
    message: 'You were signed out to keep your account safe. Please sign in again.',
  },
  'shop.changed': {
    kind: 'conflict',
    message: 'You switched to a different shop in another tab. Reload this page to continue.',
  },
  'shop.color_invalid': { kind: 'invalid', message: 'Enter a colour such as #17594a.' },
  'shop.currency_invalid': { kind: 'invalid', message: 'Enter a currency as three letters, such as EUR.' },
  'shop.delay_invalid': { kind: 'invalid', message: 'Enter a delay of 0 to 60 whole days.' },
  'shop.domain_invalid': { kind: 'invalid', message: 'Enter a domain such as hearth-and-wool.myshopify.com.' },
  'shop.domain_taken': { kind: 'conflict', message: 'A shop with this domain already exists.' },
  'shop.locale_invalid': {
    kind: 'invalid',
    message: 'Choose one of the languages that customers’ texts are written in.',
  },
  'shop.not_found': { kind: 'not_found', message: 'This shop was not found.' },
  'shop.postal_address_invalid': { kind: 'invalid', message: 'Enter an address of up to 500 characters.' },
  'shop.secret_invalid': {
    kind: 'invalid',
    message: 'Enter a secret of 16 to 200 letters, digits or symbols, without spaces.',
  },
  'sign_in.refused': {
    kind: 'unauthenticated',
    message: 'The email address or password is incorrect.',
  },
  'sign_in_link.code_refused': {
    kind: 'unauthenticated',
    message: 'This code is incorrect or has expired.',
  },
  'sign_in_link.not_found': {
    kind: 'not_found',
    message: 'This link is no longer valid. Please ask for a new one.',
  },
  'sign_in_link.other_browser': {
    kind: 'conflict',
    message: 'This link was requested in another browser. Enter the code there.',
  },
  'signing_key.not_found': { kind: 'not_found', message: 'This signing key was not found.' },
  'signing_key.pending': {
    kind: 'conflict',
    message: 'A new signing key is already published but not in use yet.',
  },
  'step_up.required': { kind: 'forbidden', message: 'Confirm your password to continue.' },
  'submission.mismatch': {
    kind: 'unprocessable',
    message: 'Another text was sent under this id already. Change that review instead.',
  },
  unavailable: {
    kind: 'unavailable',
    message: 'This isn’t possible right now. Please try again shortly.',
  },
  'website.address_invalid': { kind: 'invalid', message: 'Enter an address such as https://shop.example.' },
  'website.no_page': { kind: 'unprocessable', message: 'There is no page at this address.' },
  'website.not_public': { kind: 'invalid', message: 'This address can’t be reached from the internet.' },
  'website.too_large': { kind: 'unprocessable', message: 'What this website sent is too large.' },
  'website.too_many_redirects': { kind: 'unprocessable', message: 'This website redirects too many times.' },
  'website.too_slow': { kind: 'unprocessable', message: 'This website took too long to answer.' },
  'website.unreachable': { kind: 'unprocessable', message: 'This website could not be reached.' },
  'webhook.id_missing': { kind: 'invalid', message: 'The webhook has no usable id.' },
  'webhook.signature_invalid': {
    kind: 'unauthenticated',
    message: 'The signature does not match the body.',
  },
  'widget.state_changed': {
    kind: 'conflict',
    message: 'Someone else saved the widget in the meantime. Reload to see the changes.',
  },
  'widget.settings_invalid': { kind: 'invalid', message: 'These widget settings are not valid.' },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorCodes

/** Whether a text is one of our codes, e.g. one that arrived as a schema's message. */
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorCodes, value)
