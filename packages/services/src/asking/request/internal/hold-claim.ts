import { reviewRequest } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import type { MailHold } from '../../../mail/mailer.ts'
import { isHeldBy, type ReviewRequestClaim } from './claim-review-request.ts'

/** The claim is extended this often within its time, and given up before its time when that fails. */
const extensionShare = 1 / 3
const patienceShare = 0.6

/** @returns false when the claim is not ours any more. */
const extendClaim = async (
  { ctx, claim, claimSeconds }: HoldClaim,
  changes: { handedOverAt?: ReturnType<typeof sql> } = {},
): Promise<boolean> => {
  const rows = await ctx.db
    .update(reviewRequest)
    .set({ ...changes, claimedUntil: sql`now() + make_interval(secs => ${claimSeconds})` })
    .where(isHeldBy(claim))
    .returning({ id: reviewRequest.id })
  return rows.length > 0
}

interface HoldClaim {
  readonly ctx: ServiceContext
  readonly claim: ReviewRequestClaim
  readonly claimSeconds: number
}

export interface HeldClaim extends MailHold {
  readonly letGo: () => void
}

/**
 * Keeps a claim while the mail server takes its time. Before the mail is handed over the signal fires when the claim is
 * lost, or could not be extended for so long that another may soon take it. `beforeHandover` notes that the content
 * goes out, after which nothing claims the request again; it fails when the claim is lost.
 */
export const holdClaim = (held: HoldClaim): HeldClaim => {
  const claimMs = held.claimSeconds * 1_000
  const lost = new AbortController()
  const lose = (): void => lost.abort(new DomainError('mail.unavailable', { details: { reason: 'The claim ended.' } }))
  let deadline = setTimeout(lose, claimMs * patienceShare)
  let isHandedOver = false
  const extend = async (): Promise<void> => {
    const isOurs = await extendClaim(held)
    if (isHandedOver) return
    clearTimeout(deadline)
    if (isOurs) deadline = setTimeout(lose, claimMs * patienceShare)
    else lose()
  }
  // A failed extension is what the deadline is for.
  const timer = setInterval(() => void extend().catch(() => undefined), claimMs * extensionShare)
  return {
    signal: lost.signal,
    async beforeHandover() {
      if (!(await extendClaim(held, { handedOverAt: sql`now()` }))) lose()
      lost.signal.throwIfAborted()
      isHandedOver = true
      clearTimeout(deadline)
    },
    letGo() {
      isHandedOver = true
      clearInterval(timer)
      clearTimeout(deadline)
    },
  }
}
