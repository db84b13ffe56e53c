import { member, shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import type { NewShop } from '@afterword/validation/shop/new-shop'
import { randomInt } from 'node:crypto'
import { requireSystem } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ConsoleContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { findOrAddPerson } from '../../people/person/find-or-add-person.ts'
import { createWebhookSecret } from '../../shop/replace-webhook-secret.ts'

/** No letters and digits that are taken for one another when they are read out. */
const accessCodeLetters = 'abcdefghjkmnpqrstuvwxyz23456789'
const accessCodeLength = 10

const createAccessCode = (): string =>
  Array.from({ length: accessCodeLength }, () => accessCodeLetters[randomInt(accessCodeLetters.length)]).join('')

export interface AddedShop {
  readonly shopId: string
  readonly accessCode: string
  /** The platform's own, or a new one: shown now and never again. Only its sealed form is kept. */
  readonly webhookSecret: string
  /** Whether the owner's account was made; they choose a password by mail. */
  readonly isOwnerNew: boolean
}

/**
 * Adds a shop with its owner. Its products and orders come by webhook.
 *
 * @throws DomainError `shop.domain_taken`, `permission.denied`
 */
export const addShop = async ({ ctx, input }: { ctx: ConsoleContext; input: NewShop }): Promise<AddedShop> => {
  requireSystem(ctx)
  const { owner, webhookSecret: given, ...wanted } = input
  const webhookSecret = given ?? createWebhookSecret()
  const webhookSecretSealed = ctx.keyring.seal('shop-webhook-secret', webhookSecret)
  return await inTransaction(ctx, async (tx) => {
    const [added] = await tx
      .insert(shop)
      .values({ ...wanted, accessCode: createAccessCode(), webhookSecretSealed })
      .onConflictDoNothing({ target: shop.domain })
      .returning({ shopId: shop.id, accessCode: shop.accessCode })
    if (added === undefined) throw new DomainError('shop.domain_taken')
    const { userId, isNew } = await findOrAddPerson(tx, owner)
    await tx.insert(member).values({ shopId: added.shopId, userId, role: 'owner' })
    await writeAudit(tx, ctx, { shopId: added.shopId, action: 'shop.add', subjectId: added.shopId })
    return { ...added, webhookSecret, isOwnerNew: isNew }
  })
}
