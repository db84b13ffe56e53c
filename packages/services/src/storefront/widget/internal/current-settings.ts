import type { CurrentWidget } from '@afterword/validation/widget/settings'
import type { Executor } from '@afterword/db/connection/client'
import { shop, widget } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { defaultWidgetSettings, type WidgetSettings, widgetSettingsSchema } from '@afterword/validation/widget/settings'
import { and, desc, eq } from 'drizzle-orm'

/** Stored settings, or those in force until the shop saves its own. */
export const readWidgetSettings = (stored: unknown, accentColor: string): WidgetSettings =>
  stored === null ? defaultWidgetSettings(accentColor) : widgetSettingsSchema.parse(stored)

/** The settings in force for a shop. */
export const loadWidgetSettings = async (db: Executor, shopId: string): Promise<CurrentWidget> => {
  const [row] = await db
    .select({
      accentColor: shop.accentColor,
      currency: shop.currency,
      locale: shop.locale,
      settings: widget.settings,
      version: widget.version,
    })
    .from(shop)
    .leftJoin(widget, and(eq(widget.shopId, shop.id)))
    .where(eq(shop.id, shopId))
    .orderBy(desc(widget.version))
    .limit(1)
  if (row === undefined) throw new DomainError('shop.not_found')
  const { currency, locale, version } = row
  return { settings: readWidgetSettings(row.settings, row.accentColor), version: version ?? 0, currency, locale }
}
