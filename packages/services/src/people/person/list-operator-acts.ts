import { operatorAuditLog, userAccount } from '@afterword/db/schema'
import type { OperatorAction } from '@afterword/validation/audit/actions'
import { desc, eq, sql } from 'drizzle-orm'
import { requireSystem } from '../../kernel/access.ts'
import type { ConsoleContext } from '../../kernel/context.ts'

const shownActs = 100

export interface OperatorActEntry {
  readonly at: Date
  /** An operator's address; `console` for a command, `unknown` for an account that is gone. */
  readonly actor: string
  readonly action: OperatorAction
  readonly subject: string | null
  readonly details: unknown
}

/** The last hundred acts of operators and of the console, latest first. @throws DomainError `permission.denied` */
export const listOperatorActs = async ({
  ctx,
}: {
  readonly ctx: ConsoleContext
}): Promise<readonly OperatorActEntry[]> => {
  requireSystem(ctx)
  return await ctx.db
    .select({
      at: operatorAuditLog.at,
      actor: sql<string>`case ${operatorAuditLog.actorKind} when 'system' then 'console'
        else coalesce(${userAccount.email}::text, 'unknown') end`,
      action: operatorAuditLog.action,
      subject: operatorAuditLog.subject,
      details: operatorAuditLog.details,
    })
    .from(operatorAuditLog)
    .leftJoin(userAccount, eq(userAccount.id, operatorAuditLog.actorId))
    .orderBy(desc(operatorAuditLog.at), desc(operatorAuditLog.id))
    .limit(shownActs)
}
