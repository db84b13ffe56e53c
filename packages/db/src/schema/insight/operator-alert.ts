import { alertReasons } from '@afterword/validation/incident/rules'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { createdAt, instant } from '../kernel/columns.ts'
import { incident } from './incident.ts'
import { userAccount } from '../people/user-account.ts'

/**
 * One reason to tell one receiver of an incident. Life of a row: made when it is due; told by a mail of its own, or,
 * beyond a few an hour, with others in a digest (`digestId`); deleted 30 days later. Belongs to the operator, not to a shop.
 */
export const operatorAlert = pgTable(
  'operator_alert',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    /** Null when its attempts were judged again and moved elsewhere: what was told still counts. */
    incidentId: uuid().references(() => incident.id, { onDelete: 'set null' }),
    reason: text({ enum: alertReasons }).notNull(),
    /** The operator it goes to; null for the webhook. */
    userId: uuid().references(() => userAccount.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    /** When its mail was queued; null while it waits for the next digest. */
    toldAt: instant(),
    /** The digest it stands in; null for a mail of its own. */
    digestId: uuid(),
  },
  (table) => [
    index('operator_alert_waiting')
      .on(table.createdAt)
      .where(sql`told_at is null`),
    index('operator_alert_told').on(table.userId, table.toldAt),
    index('operator_alert_digest').on(table.digestId),
    index('operator_alert_incident').on(table.incidentId),
  ],
)
