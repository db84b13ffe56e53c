import { requireMember } from '../access.ts'
import type { ServiceContext } from '../context.ts'
import { type CurrentWidgetSettings, loadWidgetSettings } from './current-settings.ts'

/** The shop's widget settings, for the page that changes them. */
export const getWidget = async ({ ctx }: { ctx: ServiceContext }): Promise<CurrentWidgetSettings> =>
  await loadWidgetSettings(ctx.db, requireMember(ctx, 'widget.read').shopId)
