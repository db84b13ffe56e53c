import { widget } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import type { WidgetSettings } from '@afterword/validation/widget-settings'
import { requireMember } from '../access.ts'
import { writeAudit } from '../audit.ts'
import type { ServiceContext } from '../context.ts'

export interface SavedWidget {
  readonly settings: WidgetSettings
  readonly version: number
  /** `compare_at_zero`: saved, and worth telling that 0 shows no compare-at price. */
  readonly notes: readonly 'compare_at_zero'[]
}

/**
 * Saves widget settings as the next version.
 *
 * @throws DomainError `widget.state_changed` when another version was saved since `baseVersion`
 */
export const saveWidget = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly settings: WidgetSettings; readonly baseVersion: number }
}): Promise<SavedWidget> => {
  const { shopId, userId } = requireMember(ctx, 'widget.write')
  const { settings } = input
  const version = input.baseVersion + 1
  await ctx.db.transaction(async (tx) => {
    const saved = await tx
      .insert(widget)
      .values({ shopId, version, settings, savedByUserId: userId })
      .onConflictDoNothing()
      .returning({ version: widget.version })
    if (saved.length === 0) throw new DomainError('widget.state_changed')
    await writeAudit(tx, ctx, { shopId, action: 'widget.save', details: { version } })
  })
  const isZero = settings.priceLine.mode === 'fixed' && settings.priceLine.compareAtMinor === 0
  return { settings, version, notes: isZero ? ['compare_at_zero'] : [] }
}
