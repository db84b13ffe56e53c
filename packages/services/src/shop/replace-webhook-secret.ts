import { shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { eq } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { requireMember } from '../kernel/access.ts'
import { writeAudit } from '../kernel/audit.ts'
import type { ServiceContext } from '../kernel/context.ts'
import { inTransaction } from '../kernel/in-transaction.ts'

interface NewSecret {
  readonly webhookSecret: string
  /** `entity.verb` */
  readonly action: 'shop.replace_webhook_secret' | 'shop.set_webhook_secret'
}

/** Keeps only the sealed form of a secret. What is signed with the one before is refused from now on. */
const storeSecret = async (ctx: ServiceContext, { webhookSecret, action }: NewSecret): Promise<void> => {
  const { shopId } = requireMember(ctx, 'shop.secret_write')
  const webhookSecretSealed = ctx.keyring.seal('shop-webhook-secret', webhookSecret)
  await inTransaction(ctx, async (tx) => {
    const [changed] = await tx
      .update(shop)
      .set({ webhookSecretSealed })
      .where(eq(shop.id, shopId))
      .returning({ id: shop.id })
    if (changed === undefined) throw new DomainError('shop.not_found')
    await writeAudit(tx, ctx, { shopId, action, subjectId: shopId })
  })
}

/** A secret for a platform that signs with what it is given: 64 hexadecimal digits. */
export const createWebhookSecret = (): string => randomBytes(32).toString('hex')

/**
 * Gives the shop a new secret for signing webhooks. The old one stops working at once: what the
 * platform signs with it from then on is refused until it has the new one.
 *
 * @returns The secret: shown now and never again.
 * @throws DomainError `permission.denied`, `step_up.required`
 */
export const replaceWebhookSecret = async ({
  ctx,
}: {
  ctx: ServiceContext
}): Promise<{ readonly webhookSecret: string }> => {
  const webhookSecret = createWebhookSecret()
  await storeSecret(ctx, { webhookSecret, action: 'shop.replace_webhook_secret' })
  return { webhookSecret }
}

/**
 * Takes over the secret that the platform signs with: Shopify chooses its own and takes none.
 *
 * @throws DomainError `permission.denied`, `step_up.required`
 */
export const setWebhookSecret = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly webhookSecret: string }
}): Promise<void> => {
  await storeSecret(ctx, { ...input, action: 'shop.set_webhook_secret' })
}
