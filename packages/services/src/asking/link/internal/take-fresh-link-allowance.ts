import { type Counter, countAttempt } from '@afterword/auth/count-attempt'
import { attemptLimits } from '@afterword/auth/limits'
import { foldEmail } from '@afterword/validation/primitives/email'
import { takeMailAllowance } from '../../../mail/mail-allowance.ts'

interface Wanted {
  readonly shopId: string
  /** As typed, or as known. */
  readonly email: string
  /** The customer with this address; null when there is none, which costs the same. */
  readonly customer: { readonly unsubscribedAt: Date | null } | null
}

/**
 * Whether one more fresh link may be mailed to an address because somebody asked: a few on the first day, then
 * one a day, from all shops together; one a week to a customer who unsubscribed; and no more than a shop may send.
 */
export const takeFreshLinkAllowance = async (deps: Counter, wanted: Wanted): Promise<boolean> => {
  const { shopId, email, customer } = wanted
  const address = foldEmail(email) ?? email
  const hasUnsubscribed = customer !== null && customer.unsubscribedAt !== null
  const isAllowed = hasUnsubscribed
    ? await takeMailAllowance(deps, 'fresh_link.unsubscribed', `${shopId} ${address}`)
    : await takeMailAllowance(deps, 'fresh_link', address)
  if (!isAllowed) return false
  const limit = customer === null ? attemptLimits.freshLinkUnknown : attemptLimits.freshLinkShop
  return !(await countAttempt(deps, limit, shopId)).isOver
}
