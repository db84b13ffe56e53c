import { type ErrorCode, errorCodes } from '@afterword/errors'
import { localeOf } from '@afterword/language/locale-of'
import { say } from '@afterword/language/text'
import { adminWidgetTexts as texts } from '@afterword/language/texts/admin-widget/texts'
import { formatDecimal } from '@afterword/validation/primitives/money'
import { compareAtInputSchema } from '@afterword/validation/price/price'
import { type PriceLine, type WidgetSettings, widgetSettingsSchema } from '@afterword/validation/widget/settings'
import { z } from 'zod'

const draftSchema = z.object({
  accentColor: z.string(),
  pageSize: z.string(),
  priceMode: z.enum(['off', 'product', 'fixed']),
  /** A decimal amount in the shop's currency. */
  compareAt: z.string(),
})

/** The settings as they stand in the form: numbers still as they were typed. */
export type SettingsDraft = Readonly<z.infer<typeof draftSchema>>

const keptDraftSchema = z.object({ draft: draftSchema, baseVersion: z.number() })

/** An unsaved draft and the version of the settings it began from. */
type KeptDraft = Readonly<z.infer<typeof keptDraftSchema>>

export const readKeptDraft = (stored: unknown): KeptDraft | null => keptDraftSchema.safeParse(stored).data ?? null

export type DraftErrors = Partial<Record<'accentColor' | 'pageSize' | 'compareAt', string>>

export const toDraft = (settings: WidgetSettings, currency: string): SettingsDraft => ({
  accentColor: settings.accentColor,
  pageSize: String(settings.pageSize),
  priceMode: settings.priceLine.mode,
  compareAt: settings.priceLine.mode === 'fixed' ? formatDecimal(settings.priceLine.compareAtMinor, currency) : '',
})

const invalidAmount = errorCodes['price.compare_at_invalid' satisfies ErrorCode].message

const readPriceLine = (draft: SettingsDraft, currency: string): PriceLine | null => {
  if (draft.priceMode !== 'fixed') return { mode: draft.priceMode }
  const amount = compareAtInputSchema(currency).safeParse(draft.compareAt).data ?? null
  return amount === null ? null : { mode: 'fixed', compareAtMinor: amount }
}

/**
 * The settings a draft stands for, or what is wrong with each field. An amount of 0 is fine: it means
 * that no compare-at price is shown.
 */
export const readDraft = (
  draft: SettingsDraft,
  currency: string,
): { readonly settings: WidgetSettings } | { readonly errors: DraftErrors } => {
  const priceLine = readPriceLine(draft, currency)
  const { shape } = widgetSettingsSchema
  const pageSize = /^\d{1,3}$/.test(draft.pageSize.trim()) ? Number(draft.pageSize) : Number.NaN
  const errors: DraftErrors = {
    ...(shape.accentColor.safeParse(draft.accentColor).success ? {} : { accentColor: texts.errors.accentColor }),
    ...(shape.pageSize.safeParse(pageSize).success ? {} : { pageSize: texts.errors.pageSize }),
    ...(priceLine === null ? { compareAt: draft.compareAt.trim() === '' ? texts.errors.noAmount : invalidAmount } : {}),
  }
  if (priceLine === null || Object.keys(errors).length > 0) return { errors }
  return { settings: { schemaVersion: 1, accentColor: draft.accentColor.toLowerCase(), pageSize, priceLine } }
}

/** What the preview shows in a faulty field's place. Without a saved amount that is another choice of the price line. */
const nameOf = (field: keyof DraftErrors, saved: WidgetSettings): string => {
  const { savedNames } = texts.preview
  return field === 'compareAt' && saved.priceLine.mode !== 'fixed' ? savedNames.priceLine : savedNames[field]
}

/** A draft without its faulty fields: those are as they were saved, so that the others can be seen already. */
export const readPreview = (
  draft: SettingsDraft,
  saved: WidgetSettings,
  currency: string,
): { readonly settings: WidgetSettings; readonly note: string | null } => {
  const read = readDraft(draft, currency)
  if ('settings' in read) return { settings: read.settings, note: null }
  const { accentColor, pageSize, priceMode, compareAt } = toDraft(saved, currency)
  const faulty = Object.keys(read.errors) as (keyof DraftErrors)[]
  const mended = {
    ...draft,
    ...('accentColor' in read.errors ? { accentColor } : {}),
    ...('pageSize' in read.errors ? { pageSize } : {}),
    ...('compareAt' in read.errors ? { priceMode, compareAt } : {}),
  }
  const shown = readDraft(mended, currency)
  const names = new Intl.ListFormat(localeOf(texts)).format(faulty.map((field) => nameOf(field, saved)))
  return {
    settings: 'settings' in shown ? shown.settings : saved,
    note: say(texts.preview.stillSaved, { names }),
  }
}

const amountOf = ({ priceLine }: WidgetSettings): number | null =>
  priceLine.mode === 'fixed' ? priceLine.compareAtMinor : null

/** Whether a draft stands for exactly these settings. */
export const isSameDraft = (draft: SettingsDraft, settings: WidgetSettings, currency: string): boolean => {
  const read = readDraft(draft, currency)
  if (!('settings' in read)) return false
  const { accentColor, pageSize, priceLine } = read.settings
  return (
    accentColor === settings.accentColor &&
    pageSize === settings.pageSize &&
    priceLine.mode === settings.priceLine.mode &&
    amountOf(read.settings) === amountOf(settings)
  )
}

/** Whether the draft asks for a fixed amount of 0, which the form explains. */
export const isZeroAmount = (draft: SettingsDraft, currency: string): boolean =>
  draft.priceMode === 'fixed' && compareAtInputSchema(currency).safeParse(draft.compareAt).data === 0
