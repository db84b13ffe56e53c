import type { ErrorCode } from '@afterword/errors'
import { languageNames } from '@afterword/language/languages'
import { z } from 'zod'
import { nameLimits, toTitle } from '../primitives/name.ts'
import { trimmedTextSchema } from '../primitives/text.ts'

const nameInvalid: ErrorCode = 'name.invalid'
const delayInvalid: ErrorCode = 'shop.delay_invalid'
const addressInvalid: ErrorCode = 'website.address_invalid'
const postalAddressInvalid: ErrorCode = 'shop.postal_address_invalid'

const addressLength = 500

/** What a shop or a person is called. */
export const nameSchema = trimmedTextSchema(nameInvalid)
  .max(nameLimits.typed, nameInvalid)
  .overwrite(toTitle)
  .min(1, nameInvalid)

/** The language of a shop's mails where nothing is known of the customer. */
export const localeSchema = z.enum(languageNames, 'shop.locale_invalid' satisfies ErrorCode)

/** Days from fulfilment to the request; 0 sends at once. */
export const requestDelaySchema = z
  .union([z.number(), z.string()], delayInvalid)
  // `Number('')` is 0, which would send at once.
  .transform((value) => (typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)))
  .pipe(z.number(delayInvalid).int(delayInvalid).min(0, delayInvalid).max(60, delayInvalid))

/** The postal address that commercial mail must carry. */
export const postalAddressSchema = trimmedTextSchema(postalAddressInvalid)
  .min(1, postalAddressInvalid)
  .max(addressLength, postalAddressInvalid)

/** A page of the shop's own, as its customers open it: `shop.example` is `https://shop.example/`. */
export const webAddressSchema = trimmedTextSchema(addressInvalid)
  .max(addressLength, addressInvalid)
  .transform((text, context) => {
    const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
    const url = URL.canParse(address) ? new URL(address) : null
    const isWeb =
      url !== null && /^https?:$/.test(url.protocol) && url.username === '' && /\.|^localhost$/.test(url.hostname)
    if (isWeb) return url.href
    context.addIssue({ code: 'custom', message: addressInvalid })
    return z.NEVER
  })

/** `#rrggbb`, in lower case. */
export const colorSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[\da-f]{6}$/, 'shop.color_invalid' satisfies ErrorCode)
