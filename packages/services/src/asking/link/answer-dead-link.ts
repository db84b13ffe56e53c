import { customer, oldLinkCode, reviewLink, shop } from '@afterword/db/schema'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { linkRecipient } from './find-review-link.ts'
import type { DeadLink } from './request-link-again.ts'
import { takeFreshLinkAllowance } from './internal/take-fresh-link-allowance.ts'

interface Owner {
  readonly shopId: string
  readonly customerId: string
  readonly email: string
  readonly unsubscribedAt: Date | null
}

const owner = { customerId: customer.id, email: customer.email, unsubscribedAt: customer.unsubscribedAt }

const bytesOf = (hex: string): Uint8Array => Buffer.from(hex, 'hex')

/** The customers a link once went to. An old code may have gone to several: each hears of their own orders. */
const findOwners = async (ctx: ServiceContext, link: NonNullable<DeadLink>): Promise<Owner[]> => {
  if (link.kind === 'old') {
    return await ctx.db
      .select({ shopId: oldLinkCode.shopId, ...owner })
      .from(oldLinkCode)
      .innerJoin(customer, and(eq(customer.shopId, oldLinkCode.shopId), eq(customer.id, oldLinkCode.customerId)))
      .innerJoin(shop, and(eq(shop.id, oldLinkCode.shopId), isNull(shop.uninstalledAt)))
      .where(and(eq(oldLinkCode.codeHash, bytesOf(link.codeHash)), gt(oldLinkCode.expiresAt, sql`now()`)))
  }
  return await ctx.db
    .select({ shopId: reviewLink.shopId, ...owner })
    .from(reviewLink)
    .innerJoin(customer, and(eq(customer.shopId, reviewLink.shopId), eq(customer.id, linkRecipient)))
    .where(
      and(
        eq(reviewLink.shopId, link.shopId),
        eq(reviewLink.tokenHash, bytesOf(link.tokenHash)),
        eq(reviewLink.purpose, 'review'),
      ),
    )
}

/**
 * Has a fresh link mailed to the customers a dead link belonged to, as far as their allowance goes: a stranger
 * who presses the button again and again does not fill their mailbox.
 *
 * @returns How many customers it belonged to.
 */
export const answerDeadLink = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly link: DeadLink }
}): Promise<number> => {
  const owners = input.link === null ? [] : await findOwners(ctx, input.link)
  for (const { shopId, customerId, ...known } of owners) {
    await inTransaction(ctx, async (tx) => {
      const wanted = { shopId, email: known.email, customer: known }
      if (!(await takeFreshLinkAllowance({ db: tx, keyring: ctx.keyring }, wanted))) return
      await ctx.jobs.enqueue(tx, sendFreshLink, { shopId, customerId, reason: 'dead_link' })
    })
  }
  return owners.length
}
