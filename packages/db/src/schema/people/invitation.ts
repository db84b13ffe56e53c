import { memberRoles } from '@afterword/validation/session/rules'
import { sql } from 'drizzle-orm'
import { foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, citext, createdAt, instant, newId, shopId } from '../kernel/columns.ts'
import { shop } from '../shop/shop.ts'

/** The times that answer an invitation. Without any of them it is unanswered, of which an address has one in a shop. */
export const invitationAnswers = ['accepted_at', 'revoked_at'] as const

const unanswered = invitationAnswers.map((answer) => `${answer} is null`).join(' and ')

/**
 * Somebody asked to join a shop. Life of a row: made by an owner; `token_hash` is set when the mail is
 * written; ends by `accepted_at`, `revoked_at` or `expires_at`. One open invitation per address.
 */
export const invitation = pgTable(
  'invitation',
  {
    shopId: shopId(),
    id: newId(),
    email: citext().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    /** SHA-256 of the token in the mail's link. */
    tokenHash: bytea(),
    invitedBy: uuid().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'invitation_pkey', columns: [table.shopId, table.id] }),
    uniqueIndex('invitation_token_key').on(table.shopId, table.tokenHash),
    uniqueIndex('invitation_open_key').on(table.shopId, table.email).where(sql.raw(unanswered)),
    foreignKey({ name: 'invitation_shop_fkey', columns: [table.shopId], foreignColumns: [shop.id] }),
  ],
)
