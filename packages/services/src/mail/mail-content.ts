import type { shop } from '@afterword/db/schema'
import { absoluteWebUrl } from './web-url.ts'
import type { MailShop } from './mailer.ts'

/** What a mail shows of the shop it is written for. */
export const toMailShop = (row: typeof shop.$inferSelect, publicUrl: string): MailShop => ({
  name: row.name,
  logoUrl: absoluteWebUrl(row.logoUrl, publicUrl),
  accentColor: row.accentColor,
  websiteUrl: absoluteWebUrl(row.websiteUrl, publicUrl),
  replyToEmail: row.replyToEmail,
  postalAddress: row.postalAddress,
})
