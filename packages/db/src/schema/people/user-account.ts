import { boolean, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { citext, createdAt, instant } from '../kernel/columns.ts'

/** A person who signs in: member of shops, or operator of the installation. */
export const userAccount = pgTable(
  'user_account',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    email: citext().notNull(),
    name: text().notNull(),
    /** argon2id, PHC string. */
    passwordHash: text(),
    isOperator: boolean().notNull().default(false),
    /** Raised to end every session of this person at once. */
    sessionEpoch: integer().notNull().default(0),
    disabledAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('user_account_email_key').on(table.email)],
)
