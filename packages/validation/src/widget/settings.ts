import type { ErrorCode } from '@afterword/errors'
import { z } from 'zod'
import { reviewsPerPage } from './rules.ts'

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
  pageSize: z.int({ error: invalid }).min(1, invalid).max(reviewsPerPage.most, invalid),
  priceLine: priceLineSchema,
})
export type WidgetSettings = z.infer<typeof widgetSettingsSchema>

/** In force until the shop saves its own. */
export const defaultWidgetSettings = (accentColor: string): WidgetSettings => ({
  schemaVersion: 1,
  accentColor,
  pageSize: reviewsPerPage.usual,
  priceLine: { mode: 'product' },
})

export const saveWidgetSchema = z.object({
  settings: widgetSettingsSchema,
  /** The version these settings were made from; another one saved since is not overwritten. */
  baseVersion: z.int32().min(0),
})
export type SaveWidget = z.output<typeof saveWidgetSchema>

export const currentWidgetSchema = z.object({
  settings: widgetSettingsSchema,
  /** 0 until the shop has saved its own. */
  version: z.int(),
  currency: z.string(),
  locale: z.string(),
})
export type CurrentWidget = z.output<typeof currentWidgetSchema>

export const savedWidgetSchema = z.object({
  settings: widgetSettingsSchema,
  version: z.int(),
  /** `compare_at_zero`: saved, and worth telling that 0 shows no compare-at price. */
  notes: z.array(z.literal('compare_at_zero')).readonly(),
})
export type SavedWidget = z.output<typeof savedWidgetSchema>
