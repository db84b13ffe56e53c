import type { ErrorCode } from '@afterword/errors'
import { languageNames } from '@afterword/language/languages'
import { z } from 'zod'
import { emailSchema } from '../primitives/email-schema.ts'
import { nameLimits, toPersonName, toTitle } from '../primitives/name.ts'
import { platformSecretSchema } from './schema.ts'
import { trimmedTextSchema } from '../primitives/text.ts'

const nameInvalid: ErrorCode = 'name.invalid'
const currencyInvalid: ErrorCode = 'shop.currency_invalid'
const delayInvalid: ErrorCode = 'shop.delay_invalid'
const domainInvalid: ErrorCode = 'shop.domain_invalid'

const nameSchema = trimmedTextSchema(nameInvalid)
  .max(nameLimits.typed, nameInvalid)
  .overwrite(toTitle)
  .min(1, nameInvalid)
const personNameSchema = nameSchema.overwrite(toPersonName).min(1, nameInvalid)

/** A platform's domain, e.g. `hearth-and-wool.myshopify.com`; in lower case, as platforms sign with it. */
const domainSchema = z
  .string(domainInvalid)
  .trim()
  .toLowerCase()
  .pipe(z.hostname(domainInvalid).regex(/\.[a-z]/, domainInvalid))

/** Somebody who is given an account before they have a password. */
export const newPersonSchema = z.object({ email: emailSchema, name: personNameSchema })

/** A shop as whoever runs the installation adds it. */
export const newShopSchema = z.object({
  name: nameSchema,
  domain: domainSchema,
  currency: z
    .string(currencyInvalid)
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, currencyInvalid),
  /** The language of its mails where nothing is known of the customer. */
  locale: z.enum(languageNames, 'shop.locale_invalid' satisfies ErrorCode),
  /** Days from fulfilment to the request. */
  requestDelayDays: z.coerce
    .number<string | number>(delayInvalid)
    .int(delayInvalid)
    .min(0, delayInvalid)
    .max(60, delayInvalid),
  replyToEmail: emailSchema.optional(),
  postalAddress: trimmedTextSchema().min(1).max(500).optional(),
  /** The secret that the platform signs with; one is made where it is left out. */
  webhookSecret: platformSecretSchema.optional(),
  owner: newPersonSchema,
})
export type NewShop = z.output<typeof newShopSchema>
export type NewPerson = z.output<typeof newPersonSchema>
