import { type ErrorCode, errorCodes, isErrorCode } from '@afterword/errors'
import type { DeliveryReason } from '@afterword/validation/shopify/webhook-delivery'

const reasonWords: Readonly<Record<DeliveryReason, string>> = {
  body_of_other_topic: 'The same message was already received under another topic.',
  body_repeated: 'The same message was already processed.',
  fulfillment_failed: 'The fulfilment failed or was cancelled, so nothing was sent to the customer.',
  fulfillment_pending: 'The fulfilment is not finished yet.',
  no_email: 'No review request: the order has no email address.',
  order_unknown: 'No review request yet: the order itself has not been received.',
  payload_invalid: 'Required fields are missing or cannot be read.',
  product_deleted: 'The product is deleted.',
  product_unknown: 'The product was not known.',
  shop_mismatch: 'The message names another shop.',
  shop_uninstalled: 'The shop was already disconnected.',
  stale: 'A newer message had already been processed.',
  test_order: 'No review request: this is a test order.',
  too_old: 'No review request: the order is too old.',
  topic_mismatch: 'The content does not fit the topic.',
  topic_unknown: 'Afterword does not use this topic.',
}

/** Errors whose own message speaks to somebody who fills in a form. */
const errorWords: Partial<Readonly<Record<ErrorCode, string>>> = {
  'body.invalid': 'The message is not valid JSON.',
  'email.invalid': 'No review request: the email address cannot be used.',
  'price.invalid': 'A price could not be read; it was left out.',
  'price.compare_at_invalid': 'A compare-at price could not be read; the last good prices stay.',
}

/** A delivery's reason in words; one that no present version writes is shown as it is. */
export const describeReason = (reason: string): string => {
  if (Object.hasOwn(reasonWords, reason)) return reasonWords[reason as DeliveryReason]
  return isErrorCode(reason) ? (errorWords[reason] ?? errorCodes[reason].message) : reason
}
