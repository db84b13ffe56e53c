import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant } from '../kernel/columns.ts'

/**
 * A person's account at an OpenID provider. Made at the first sign-in by an address the provider has
 * verified; from then on `subject` decides, whatever the address becomes.
 */
export const userIdentity = pgTable(
  'user_identity',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    userId: uuid().notNull(),
    lastUsedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'user_identity_pkey', columns: [table.issuer, table.subject] }),
    index('user_identity_user').on(table.userId),
  ],
)
