import { shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { eq } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { requireMember } from '../access.ts'
import { writeAudit } from '../audit.ts'
import type { ServiceContext } from '../context.ts'

/**
 * Gives the shop a new secret for signing webhooks. The old one stops working at once: what the
 * platform signs with it from then on is refused until it has the new one.
 *
 * @returns The secret, 64 hexadecimal digits: shown now and never again. Only its sealed form is kept.
 * @throws DomainError `permission.denied`, `step_up.required`
 */
export const replaceWebhookSecret = async ({
  ctx,
}: {
  ctx: ServiceContext
}): Promise<{ readonly webhookSecret: string }> => {
  const { shopId } = requireMember(ctx, 'shop.secret_write')
  const webhookSecret = randomBytes(32).toString('hex')
  const webhookSecretSealed = ctx.keyring.seal('shop-webhook-secret', webhookSecret)
  await ctx.db.transaction(async (tx) => {
    const [changed] = await tx
      .update(shop)
      .set({ webhookSecretSealed })
      .where(eq(shop.id, shopId))
      .returning({ id: shop.id })
    if (changed === undefined) throw new DomainError('shop.not_found')
    await writeAudit(tx, ctx, { shopId, action: 'shop.replace_webhook_secret', subjectId: shopId })
  })
  return { webhookSecret }
}
