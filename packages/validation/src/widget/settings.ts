import type { ErrorCode } from '@afterword/errors'
import { z } from 'zod'

const invalid: ErrorCode = 'widget.settings_invalid'

/**
 * The price line: nothing, the product's own prices, or one compare-at amount beside every price.
 * An amount of 0 is allowed and means that no compare-at price is shown.
 */
export const priceLineSchema = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('off') }),
  z.object({ mode: z.literal('product') }),
  z.object({
    mode: z.literal('fixed'),
    compareAtMinor: z
      .int({ error: 'price.compare_at_invalid' satisfies ErrorCode })
      .min(0, 'price.compare_at_invalid' satisfies ErrorCode),
  }),
])
export type PriceLine = z.infer<typeof priceLineSchema>

/** Version 1 of a shop's widget settings. A later version reads this one and upgrades it. */
export const widgetSettingsSchema = z.object({
  schemaVersion: z.literal(1),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/i, invalid),
  pageSize: z.int({ error: invalid }).min(1, invalid).max(50, invalid),
  priceLine: priceLineSchema,
})
export type WidgetSettings = z.infer<typeof widgetSettingsSchema>

/** In force until the shop saves its own. */
export const defaultWidgetSettings = (accentColor: string): WidgetSettings => ({
  schemaVersion: 1,
  accentColor,
  pageSize: 5,
  priceLine: { mode: 'product' },
})

export const saveWidgetSchema = z.object({
  settings: widgetSettingsSchema,
  /** The version these settings were made from; another one saved since is not overwritten. */
  baseVersion: z.int32().min(0),
})

export const currentWidgetSchema = z.object({
  settings: widgetSettingsSchema,
  version: z.int(),
  currency: z.string(),
  locale: z.string(),
})

export const savedWidgetSchema = z.object({
  settings: widgetSettingsSchema,
  version: z.int(),
  notes: z.array(z.literal('compare_at_zero')).readonly(),
})
