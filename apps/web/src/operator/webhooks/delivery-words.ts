import { errorCodes, isErrorCode } from '@afterword/errors'
import { textFor } from '@afterword/language/text'
import { operatorWebhooksTexts as texts } from '@afterword/language/texts/operator-webhooks/texts'
import type { DeliveryReason } from '@afterword/validation/shopify/webhook-delivery'

const reasons: Readonly<Record<DeliveryReason, string>> = texts.reasons

/** An error in words about a webhook. Where the error's own message is about a form, the catalogue has another. */
const describeErrorCode = (code: string): string | undefined =>
  textFor(texts.errors, code) ?? (isErrorCode(code) ? errorCodes[code].message : undefined)

/** A delivery's reason in words; one that no present version writes is shown as it is. */
export const describeReason = (reason: string): string =>
  textFor(reasons, reason) ?? describeErrorCode(reason) ?? reason
