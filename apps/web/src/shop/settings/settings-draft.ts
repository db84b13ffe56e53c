import { isLanguage } from '@afterword/language/languages'
import type { ChangeSettings, ShopSettings } from '@afterword/validation/shop/settings'
import { isRecord } from '#browser/is-record.ts'

/** What the form holds, as it is typed. */
export type Typed = Record<keyof ChangeSettings, string>
export type Field = keyof Typed

export const fields = [
  'websiteUrl',
  'name',
  'logoUrl',
  'accentColor',
  'requestDelayDays',
  'locale',
  'replyToEmail',
  'postalAddress',
] as const satisfies readonly Field[]

/** The settings as they stand in the form. */
export const toTyped = (settings: ShopSettings): Typed => ({
  websiteUrl: settings.websiteUrl ?? '',
  name: settings.name,
  logoUrl: settings.logoUrl ?? '',
  accentColor: settings.accentColor,
  requestDelayDays: String(settings.requestDelayDays),
  locale: settings.locale,
  replyToEmail: settings.replyToEmail ?? '',
  postalAddress: settings.postalAddress ?? '',
})

/** What was typed and differs from what is stored: all that is sent, so that others' changes stay. */
export const changesOf = (typed: Partial<Typed>, stored: Typed): Partial<Typed> =>
  Object.fromEntries(
    fields.filter((field) => (typed[field] ?? stored[field]) !== stored[field]).map((field) => [field, typed[field]]),
  )

/** The same as a procedure takes it. */
export const toChange = ({ locale, ...others }: Partial<Typed>) =>
  locale !== undefined && isLanguage(locale) ? { ...others, locale } : others

/** Reads what was kept of a form before a sign-in or a reload. */
export const readKeptTyped = (stored: unknown): Partial<Typed> | null => {
  if (!isRecord(stored)) return null
  const kept = fields.flatMap((field) => (typeof stored[field] === 'string' ? [[field, stored[field]] as const] : []))
  return kept.length === 0 ? null : (Object.fromEntries(kept) as Partial<Typed>)
}

/** The first field, in the order of the page, that was refused. */
export const firstRefused = (refused: Readonly<Partial<Record<Field, string>>>): Field | null =>
  fields.find((field) => refused[field] !== undefined) ?? null
