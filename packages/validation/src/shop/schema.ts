import type { ErrorCode } from '@afterword/errors'
import { z } from 'zod'
import { emailSchema } from '../primitives/email-schema.ts'
import { textSchema } from '../primitives/text.ts'

/** What names a shop in addresses that customers see. Its form is checked where it is looked up. */
export const shopAccessCodeSchema = z.object({ shopAccessCode: textSchema().max(200) })

/** A customer without a link asks for one. */
export const requestLinkSchema = shopAccessCodeSchema.extend({ email: emailSchema })

/** A new webhook secret, shown this once. */
export const newWebhookSecretSchema = z.object({ webhookSecret: z.string() })

const secretInvalid: ErrorCode = 'shop.secret_invalid'

/** A secret that the platform signs with: what Shopify shows has 64 hexadecimal digits or begins with `shpss_`. */
export const platformSecretSchema = z
  .string(secretInvalid)
  .trim()
  .regex(/^[\x21-\x7e]{16,200}$/, secretInvalid)

/** The platform's own secret, entered by the shop. */
export const setWebhookSecretSchema = z.object({ webhookSecret: platformSecretSchema })
