import { DomainError, toDomainError } from '@afterword/errors'
import { sendReviewRequest as sendReviewRequestJob } from '@afterword/jobs/definitions/send-review-request'
import { languageOfFirst } from '@afterword/language/choose-language'
import { parseEmail } from '@afterword/validation/primitives/email'
import type { CancelReason } from '@afterword/validation/request/rules'
import { requireSystem } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { toMailShop } from '../../mail/mail-content.ts'
import type { Mailer, ReviewRequestMail } from '../../mail/mailer.ts'
import { buildMessageId } from '../../mail/message-id.ts'
import { greetingNames } from '../../orders/greeting-name.ts'
import { createUnsubscribeUrl, linkMailItems } from '../link/internal/link-mail-items.ts'
import { cancelClaimed } from './internal/cancel-claimed.ts'
import { claimReviewRequest, type ReviewRequestClaim, type ReviewRequestKey } from './internal/claim-review-request.ts'
import { followCorrectedAddress } from './follow-corrected-address.ts'
import { giveUp } from './internal/give-up.ts'
import { holdClaim } from './internal/hold-claim.ts'
import { loadReviewRequest, type ReviewRequestContent } from './internal/load-review-request.ts'
import { markFailed } from './internal/mark-failed.ts'
import { markSent } from './internal/mark-sent.ts'
import { markUnanswered } from './mark-unanswered.ts'
import { nameMail } from './internal/name-mail.ts'
import { postponeClaimed } from './internal/postpone-claimed.ts'
import { retryWhenFree } from './internal/retry-when-free.ts'
import { settleUnanswered } from './settle-unanswered.ts'

export type SendOutcome = 'sent' | 'cancelled' | 'given_up' | 'nothing_to_do' | 'postponed'

interface SendReviewRequest {
  readonly ctx: ServiceContext
  readonly input: ReviewRequestKey & {
    /** How long the right to send is held without a sign of life of its holder. */
    readonly claimSeconds: number
    /** Whether the queue will not come back after a failure. */
    readonly isLastTry: boolean
  }
  readonly mailer: Mailer
}

const mostTries = sendReviewRequestJob.policy.retryLimit + 1
/**
 * Tries at a mailbox that the server refuses for good: servers say 550 for greylisting and for a
 * spam filter's bad day, too. More than a few would cost the shop its good name.
 */
const mostTriesWhenRefused = 3

const writeMail = async (
  ctx: ServiceContext,
  claim: ReviewRequestClaim,
  { shop, order, customer, items }: Extract<ReviewRequestContent, { kind: 'ready' }>['content'],
): Promise<ReviewRequestMail> => {
  const { shopId, reviewRequestId } = claim
  const recipient = { shopId, reviewRequestId, customerId: customer.id }
  const locale = languageOfFirst(customer.locale, order.locale, shop.locale)
  return {
    kind: 'review_request',
    messageId: buildMessageId(await nameMail(ctx.db, recipient), ctx.publicUrl),
    to: customer.email,
    greetingName: greetingNames(customer)[locale],
    locale,
    shop: toMailShop(shop, ctx.publicUrl),
    order: { name: order.name, items: await linkMailItems(ctx, recipient, items) },
    unsubscribeUrl: await createUnsubscribeUrl(ctx, recipient),
  }
}

/** Settles a failed try. @throws the failure, as one to be tried again, unless it is final. */
const settleFailure = async (
  { ctx, input }: SendReviewRequest,
  claim: ReviewRequestClaim,
  failure: DomainError,
): Promise<'given_up' | 'sent'> => {
  if (failure.code === 'mail.unanswered') {
    await markUnanswered(ctx, claim)
    await followCorrectedAddress(ctx, claim)
    return 'sent'
  }
  const reason = typeof failure.details?.['reason'] === 'string' ? failure.details['reason'] : failure.message
  const isRefused = failure.code === 'mail.refused'
  const limit = isRefused ? mostTriesWhenRefused : mostTries
  const isFinal = failure.details?.['isFinal'] === true || claim.attempts >= limit
  if (isFinal || input.isLastTry) {
    await giveUp({ ctx, input: { claim, reason } })
    await followCorrectedAddress(ctx, claim)
  } else await markFailed({ ctx, input: { claim, reason } })
  if (isFinal && isRefused) return 'given_up'
  throw isRefused ? new DomainError('mail.unavailable', { details: { reason }, cause: failure }) : failure
}

const sendMail = async (
  { ctx, input, mailer }: SendReviewRequest,
  claim: ReviewRequestClaim,
): Promise<{ itemCount: number } | { cancelReason: CancelReason } | { waitUntil: Date }> => {
  const loaded = await loadReviewRequest({ ctx, input })
  if (loaded.kind === 'cancel') return { cancelReason: loaded.reason }
  if (loaded.kind === 'wait') return { waitUntil: loaded.until }
  if (parseEmail(loaded.content.customer.email) === null) {
    throw new DomainError('mail.refused', {
      details: { reason: 'The customer has no usable email address.', isFinal: true },
    })
  }
  const mail = await writeMail(ctx, claim, loaded.content)
  const hold = holdClaim({ ctx, claim, claimSeconds: input.claimSeconds })
  try {
    await mailer.send(mail, hold)
  } finally {
    hold.letGo()
  }
  return { itemCount: loaded.content.items.length }
}

/** What is to do about a request that cannot be claimed. */
const followOther = async (ctx: ServiceContext, key: ReviewRequestKey): Promise<SendOutcome> => {
  const unanswered = await settleUnanswered(ctx, key)
  if (unanswered === undefined) return await retryWhenFree(ctx, key)
  await followCorrectedAddress(ctx, unanswered)
  return 'sent'
}

/**
 * Sends one review request if it is due: claim, make links, send, note it as sent. The claim is what
 * makes it one mail however many workers try at once, and its running out is what brings the mail
 * back when a worker dies. What was handed to the mail server is not sent again, even when its answer never came.
 *
 * @throws DomainError of the mailer when the try failed; the reason is kept on the request.
 * @see docs/decisions/011-one-mail.md
 */
export const sendReviewRequest = async (call: SendReviewRequest): Promise<SendOutcome> => {
  const { ctx, input } = call
  requireSystem(ctx)
  const claim = await claimReviewRequest({ ctx, input })
  if (claim === null) return await followOther(ctx, input)
  const result = await sendMail(call, claim).catch((error: unknown) => toDomainError(error))
  if (result instanceof DomainError) return await settleFailure(call, claim, result)
  if ('cancelReason' in result) {
    await cancelClaimed({ ctx, input: { claim, reason: result.cancelReason } })
    return 'cancelled'
  }
  if ('waitUntil' in result) {
    await postponeClaimed({ ctx, input: { claim, until: result.waitUntil } })
    return 'postponed'
  }
  await markSent({ ctx, input: { claim, itemCount: result.itemCount } })
  await followCorrectedAddress(ctx, claim)
  return 'sent'
}
