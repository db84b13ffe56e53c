import type { Transaction } from '@afterword/db/connection/client'
import { webhookDelivery } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { applyDelivery } from './internal/apply-delivery.ts'
import type { DeliveryResult } from '../../shop/shop-scope.ts'

export interface ProcessDeliveryInput {
  readonly shopId: string
  readonly webhookId: string
}

const lockDelivery = async (tx: Transaction, input: ProcessDeliveryInput) => {
  const [row] = await tx
    .select({
      topic: webhookDelivery.topic,
      payload: webhookDelivery.payload,
      processedAt: webhookDelivery.processedAt,
    })
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.shopId, input.shopId), eq(webhookDelivery.webhookId, input.webhookId)))
    .for('update')
  return row
}

/** Only the shop's platform or we ourselves apply its messages. */
const requirePlatform = ({ principal }: ServiceContext, shopId: string): void => {
  if (principal.kind === 'system' || (principal.kind === 'platform' && principal.shopId === shopId)) return
  throw new DomainError('permission.denied')
}

/**
 * Applies one stored message, all of it or nothing, and writes down how it ended. A message that
 * was applied before, or is not there, is left alone, so the job may run any number of times.
 *
 * @returns How it ended, or null when there was nothing to do.
 * @throws DomainError `permission.denied`; whatever the database throws, so that the job tries again.
 */
export const processDelivery = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ProcessDeliveryInput
}): Promise<DeliveryResult | null> => {
  const { shopId, webhookId } = input
  requirePlatform(ctx, shopId)
  return await inTransaction(ctx, async (tx, joined) => {
    const delivery = await lockDelivery(tx, input)
    if (delivery === undefined || delivery.processedAt !== null) return null
    const platform: ServiceContext = { ...joined, principal: { kind: 'platform', shopId } }
    const result = await applyDelivery(tx, platform, { shopId, ...delivery })
    await tx
      .update(webhookDelivery)
      .set({ processedAt: ctx.now(), ...result })
      .where(and(eq(webhookDelivery.shopId, shopId), eq(webhookDelivery.webhookId, webhookId)))
    return result
  })
}
