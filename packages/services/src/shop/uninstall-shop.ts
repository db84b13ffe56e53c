import { member, shop, userAccount } from '@afterword/db/schema'
import { sendUninstallNotice } from '@afterword/jobs/definitions/send-uninstall-notice'
import type { Uninstallation } from '@afterword/validation/shopify/topics'
import { and, eq, isNull } from 'drizzle-orm'
import { writeAudit } from '../kernel/audit.ts'
import type { DeliveryResult, ShopScope } from './shop-scope.ts'

const tellOwners = async ({ tx, ctx, shop: { id: shopId } }: ShopScope): Promise<void> => {
  const owners = await tx
    .select({ userId: member.userId })
    .from(member)
    .innerJoin(userAccount, and(eq(userAccount.id, member.userId), isNull(userAccount.disabledAt)))
    .where(and(eq(member.shopId, shopId), eq(member.role, 'owner')))
  for (const { userId } of owners) await ctx.jobs.enqueue(tx, sendUninstallNotice, { shopId, userId })
}

/**
 * The shop removed us: from now on no mail goes out, and its owners are told. Nothing ends for good
 * before `leavesAt` (has-left.ts), and a newer message of the platform takes it back (reconnect-shop.ts).
 * Its data stays.
 */
export const uninstallShop = async (scope: ShopScope, { domains }: Uninstallation): Promise<DeliveryResult> => {
  const { tx, ctx, shop: facts } = scope
  if (!domains.includes(facts.domain)) return { outcome: 'rejected', reason: 'shop_mismatch' }
  if (facts.uninstalledAt !== null) return { outcome: 'ignored', reason: 'shop_uninstalled' }
  await tx.update(shop).set({ uninstalledAt: ctx.now() }).where(eq(shop.id, facts.id))
  await tellOwners(scope)
  await writeAudit(tx, ctx, { shopId: facts.id, action: 'shop.uninstall', subjectId: facts.id })
  return { outcome: 'processed', reason: null }
}
