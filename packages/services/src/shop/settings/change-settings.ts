import { shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import type { ChangeSettings, ShopSettings } from '@afterword/validation/shop/settings'
import { eq } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { settingsColumns } from './read-settings.ts'

type Field = keyof ChangeSettings

/**
 * Changes the fields that are given and no others, so that two owners who change different ones both succeed. In force
 * at once; a delay counts for what is shipped from now on. The log says which fields were changed, not what they hold.
 *
 * @returns The settings as they are now.
 * @throws DomainError `permission.denied`, `shop.not_found`
 */
export const changeSettings = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ChangeSettings
}): Promise<ShopSettings> => {
  const { shopId } = requireMember(ctx, 'shop.write')
  return await inTransaction(ctx, async (tx, joined) => {
    const [before] = await tx.select(settingsColumns).from(shop).where(eq(shop.id, shopId)).for('update')
    if (before === undefined) throw new DomainError('shop.not_found')
    const given = Object.entries(input).filter(([, value]) => value !== undefined)
    const changed = given.filter(([field, value]) => before[field as Field] !== value)
    if (changed.length === 0) return before
    const change = Object.fromEntries(changed) as Partial<ShopSettings>
    await tx.update(shop).set(change).where(eq(shop.id, shopId))
    const fields = changed.map(([field]) => field)
    await writeAudit(tx, joined, { shopId, action: 'shop.change_settings', subjectId: shopId, details: { fields } })
    return { ...before, ...change }
  })
}
