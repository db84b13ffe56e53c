import { z } from 'zod'
import { emailSchema } from './email.ts'

/** What names a shop in addresses that customers see. Its form is checked where it is looked up. */
export const shopAccessCodeSchema = z.object({ shopAccessCode: z.string().max(200) })

/** A customer without a link asks for one. */
export const requestLinkSchema = shopAccessCodeSchema.extend({ email: emailSchema })

/** A new webhook secret, shown this once. */
export const newWebhookSecretSchema = z.object({ webhookSecret: z.string() })
