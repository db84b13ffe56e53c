import type { CurrentWidget } from '@afterword/validation/widget/settings'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { loadWidgetSettings } from './internal/current-settings.ts'

/** The shop's widget settings, for the page that changes them. */
export const getWidget = async ({ ctx }: { ctx: ServiceContext }): Promise<CurrentWidget> =>
  await loadWidgetSettings(ctx.db, requireMember(ctx, 'widget.read').shopId)
