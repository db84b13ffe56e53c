import { operatorActions } from '@afterword/validation/audit/actions'
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, newId } from '../kernel/columns.ts'

/**
 * Append-only: what operators, and the person who holds the machine's console, did to the installation as a whole. What they
 * do to one shop stands in that shop's log of acts. Written by the transaction that does it; deleted after two years.
 */
export const operatorAuditLog = pgTable(
  'operator_audit_log',
  {
    id: newId().primaryKey(),
    at: createdAt(),
    /** `system` is a command at the console. */
    actorKind: text({ enum: ['operator', 'system'] }).notNull(),
    actorId: uuid(),
    action: text({ enum: operatorActions }).notNull(),
    /** What it was done to: an incident's or a person's id, a key's name, a version. */
    subject: text(),
    /** What changed, without personal data. */
    details: jsonb(),
    requestId: text(),
  },
  (table) => [index('operator_audit_log_at').on(table.at)],
)
