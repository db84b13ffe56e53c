import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { cancelReasons } from '@afterword/validation/request/rules'
import { createdAt, instant, newId, shopId } from '../kernel/columns.ts'
import { customer } from '../orders/customer.ts'
import { order } from '../orders/order.ts'

/** The times that end a request. One without any of them is open: its mail is still to come. */
export const requestEndings = ['sent_at', 'cancelled_at', 'given_up_at'] as const

/**
 * The one mail that asks for reviews of an order. Its state is read from its times:
 * cancelled, given up, sent, sending (a claim that has not run out), else scheduled.
 */
export const reviewRequest = pgTable(
  'review_request',
  {
    shopId: shopId(),
    id: newId(),
    orderId: uuid().notNull(),
    /** Whom its mail went to, or was tried for at last; null before the first try. */
    customerId: uuid(),
    sendAt: instant().notNull(),
    sentAt: instant(),
    cancelledAt: instant(),
    cancelReason: text({ enum: cancelReasons }),
    /** No further try will be made; `lastError` says why. */
    givenUpAt: instant(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    /** The holder of the claim may send and extends it meanwhile; after this time it is free again (the holder died). */
    claimedUntil: instant(),
    /** When the content was given to a mail server that has not answered; it stays when no answer came. */
    handedOverAt: instant(),
    claimId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'review_request_pkey', columns: [table.shopId, table.id] }),
    uniqueIndex('review_request_order_key').on(table.shopId, table.orderId),
    index('review_request_due')
      .on(table.sendAt)
      .where(sql.raw(requestEndings.map((ending) => `${ending} is null`).join(' and '))),
    foreignKey({
      name: 'review_request_customer_fkey',
      columns: [table.shopId, table.customerId],
      foreignColumns: [customer.shopId, customer.id],
    }),
    foreignKey({
      name: 'review_request_order_fkey',
      columns: [table.shopId, table.orderId],
      foreignColumns: [order.shopId, order.id],
    }),
  ],
)
