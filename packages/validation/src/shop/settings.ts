import { z } from 'zod'
import { emailSchema } from '../primitives/email-schema.ts'
import {
  colorSchema,
  localeSchema,
  nameSchema,
  postalAddressSchema,
  requestDelaySchema,
  webAddressSchema,
} from './fields.ts'

/** A field that may be left empty: nothing typed is nothing stored. */
const optional = <Value>(schema: z.ZodType<Value, string>) =>
  z
    .string()
    .nullable()
    .transform((text) => (text?.trim() === '' ? null : text))
    .pipe(schema.nullable())

/** What an owner can change about the shop; a field that is left out stays. */
export const changeSettingsSchema = z
  .object({
    name: nameSchema,
    websiteUrl: optional(webAddressSchema),
    logoUrl: optional(webAddressSchema),
    accentColor: colorSchema,
    locale: localeSchema,
    requestDelayDays: requestDelaySchema,
    replyToEmail: optional(emailSchema),
    postalAddress: optional(postalAddressSchema),
  })
  .partial()

/** The shop as its settings page shows it. */
export const shopSettingsSchema = z.object({
  name: z.string(),
  domain: z.string(),
  accessCode: z.string(),
  currency: z.string(),
  websiteUrl: z.string().nullable(),
  logoUrl: z.string().nullable(),
  accentColor: z.string(),
  locale: z.string(),
  requestDelayDays: z.int(),
  replyToEmail: z.string().nullable(),
  postalAddress: z.string().nullable(),
})

/** The website to read a shop's looks from. */
export const readBrandSchema = z.object({ websiteUrl: webAddressSchema })

/** What a website tells of its shop, to be looked at before it is saved; null for what it does not tell. */
export const brandSchema = z.object({
  websiteUrl: z.string(),
  name: z.string().nullable(),
  locale: localeSchema.nullable(),
  accentColor: z.string().nullable(),
  logoUrl: z.string().nullable(),
})

export type ChangeSettings = z.output<typeof changeSettingsSchema>
export type Brand = z.output<typeof brandSchema>
export type ShopSettings = z.output<typeof shopSettingsSchema>
