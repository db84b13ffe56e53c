import type { ErrorCode } from '@afterword/errors'
import { z } from 'zod'
import { emailSchema } from '../primitives/email-schema.ts'
import { toPersonName } from '../primitives/name.ts'
import { localeSchema, nameSchema, postalAddressSchema, requestDelaySchema } from './fields.ts'
import { platformSecretSchema } from './schema.ts'

const nameInvalid: ErrorCode = 'name.invalid'
const currencyInvalid: ErrorCode = 'shop.currency_invalid'
const domainInvalid: ErrorCode = 'shop.domain_invalid'

const personNameSchema = nameSchema.overwrite(toPersonName).min(1, nameInvalid)

/** A platform's domain, e.g. `hearth-and-wool.myshopify.com`; in lower case, as platforms sign with it. */
const domainSchema = z
  .string(domainInvalid)
  .trim()
  .toLowerCase()
  .pipe(z.hostname(domainInvalid).regex(/\.[a-z]/, domainInvalid))

/** Somebody who is given an account before they have a password. */
export const newPersonSchema = z.object({ email: emailSchema, name: personNameSchema })

/** A shop as the one who runs the installation adds it. */
export const newShopSchema = z.object({
  name: nameSchema,
  domain: domainSchema,
  currency: z
    .string(currencyInvalid)
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, currencyInvalid),
  locale: localeSchema,
  requestDelayDays: requestDelaySchema,
  replyToEmail: emailSchema.optional(),
  postalAddress: postalAddressSchema.optional(),
  /** The secret that the platform signs with; one is made where it is left out. */
  webhookSecret: platformSecretSchema.optional(),
  owner: newPersonSchema,
})
export type NewShop = z.output<typeof newShopSchema>
export type NewPerson = z.output<typeof newPersonSchema>
