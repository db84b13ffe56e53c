import { auditLog, userAccount } from '@afterword/db/schema'
import type { AuditEntry, ListAudit } from '@afterword/validation/audit/log'
import { encodeId } from '@afterword/validation/primitives/ids'
import type { Page } from '@afterword/validation/primitives/pagination'
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { isAfterCursor, toPage } from '../../kernel/page-cursor.ts'

const dayMs = 24 * 60 * 60 * 1000

const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** The shop's acts that are asked for, as a condition on the log. */
const matches = (shopId: string, { actorKind, userId, action, from, until }: ListAudit) =>
  and(
    eq(auditLog.shopId, shopId),
    actorKind === undefined ? undefined : eq(auditLog.actorKind, actorKind),
    userId === undefined ? undefined : eq(auditLog.actorId, userId),
    action === undefined ? undefined : eq(auditLog.action, action),
    from === undefined ? undefined : gte(auditLog.at, startOf(from)),
    until === undefined ? undefined : lt(auditLog.at, new Date(startOf(until).getTime() + dayMs)),
  )

/** The log of what was done in the shop, newest first, paged by key. @throws DomainError `page_cursor.invalid` */
export const listAudit = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ListAudit
}): Promise<Page<AuditEntry>> => {
  const { shopId } = requireMember(ctx, 'audit.read')
  const rows = await ctx.db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      atText: sql<string>`${auditLog.at}::text`,
      actorKind: auditLog.actorKind,
      actorName: userAccount.name,
      action: auditLog.action,
      subjectId: auditLog.subjectId,
      details: sql<Record<string, unknown> | null>`${auditLog.details}`,
      requestId: auditLog.requestId,
    })
    .from(auditLog)
    // A customer's id is that of their request and meets no account.
    .leftJoin(userAccount, eq(userAccount.id, auditLog.actorId))
    .where(and(matches(shopId, input), isAfterCursor(input.cursor, [auditLog.at, auditLog.id])))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(input.pageSize + 1)
  return toPage(rows, input.pageSize, {
    item: ({ atText: _atText, subjectId, ...row }) => ({
      ...row,
      reviewId: row.action.startsWith('review.') && subjectId !== null ? encodeId('review', subjectId) : null,
    }),
    keyOf: (row) => [row.atText, row.id],
  })
}
