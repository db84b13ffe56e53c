import { boolean, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { bytea, createdAt, instant } from '../kernel/columns.ts'

/** A shop: the tenant. Found from outside by its access code or its platform domain. */
export const shop = pgTable(
  'shop',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    accessCode: text().notNull(),
    /** The platform's domain, e.g. `hearth-and-wool.myshopify.com`. */
    domain: text().notNull(),
    name: text().notNull(),
    /** The shop's own address, where customers shop. */
    websiteUrl: text(),
    logoUrl: text(),
    accentColor: text().notNull().default('#2f5d50'),
    currency: text().notNull(),
    locale: text().notNull().default('en'),
    replyToEmail: text(),
    /** Postal address: commercial mail must carry one. */
    postalAddress: text(),
    /** Days between fulfilment and the review request; 0 sends at once. */
    requestDelayDays: integer().notNull().default(14),
    /** Webhook signing secret, sealed with the installation's key (packages/auth/sealed-secret). */
    webhookSecretSealed: bytea().notNull(),
    isDemo: boolean().notNull().default(false),
    uninstalledAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('shop_access_code_key').on(table.accessCode),
    uniqueIndex('shop_domain_key').on(table.domain),
  ],
)
