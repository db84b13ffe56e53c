import type { SaveWidget } from '@afterword/validation/widget/settings'
import type { SavedWidget } from '@afterword/validation/widget/settings'
import { widget } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'

/**
 * Saves widget settings as the next version.
 *
 * @throws DomainError `widget.state_changed` when another version was saved since `baseVersion`
 */
export const saveWidget = async ({ ctx, input }: { ctx: ServiceContext; input: SaveWidget }): Promise<SavedWidget> => {
  const { shopId, userId } = requireMember(ctx, 'widget.write')
  const { settings } = input
  const version = input.baseVersion + 1
  await inTransaction(ctx, async (tx) => {
    // Two who save upon one version meet at the key; a version that is not the newest finds no row here.
    const saved = await tx.execute(sql`
      insert into ${widget} (shop_id, version, settings, saved_by_user_id)
      select ${shopId}, ${version}, ${JSON.stringify(settings)}::jsonb, ${userId}
      where (select coalesce(max(version), 0) from ${widget} where shop_id = ${shopId}) = ${input.baseVersion}
      on conflict do nothing
      returning version`)
    if (saved.length === 0) throw new DomainError('widget.state_changed')
    await writeAudit(tx, ctx, { shopId, action: 'widget.save', details: { version } })
  })
  const isZero = settings.priceLine.mode === 'fixed' && settings.priceLine.compareAtMinor === 0
  return { settings, version, notes: isZero ? ['compare_at_zero'] : [] }
}
