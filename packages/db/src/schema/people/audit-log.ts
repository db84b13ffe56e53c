import { actorKinds, auditActions } from '@afterword/validation/audit/actions'
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, newId, shopId } from '../kernel/columns.ts'
import { shop } from '../shop/shop.ts'

/** Append-only: who did what to which thing. Written by the transaction that does it. */
export const auditLog = pgTable(
  'audit_log',
  {
    shopId: shopId(),
    id: newId(),
    at: createdAt(),
    actorKind: text({ enum: actorKinds }).notNull(),
    actorId: uuid(),
    action: text({ enum: auditActions }).notNull(),
    subjectId: uuid(),
    /** What changed, without personal data. */
    details: jsonb(),
    requestId: text(),
  },
  (table) => [
    primaryKey({ name: 'audit_log_pkey', columns: [table.shopId, table.id] }),
    index('audit_log_newest').on(table.shopId, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('audit_log_subject').on(table.shopId, table.subjectId, table.at.desc().nullsFirst()),
    foreignKey({ name: 'audit_log_shop_fkey', columns: [table.shopId], foreignColumns: [shop.id] }),
  ],
)
