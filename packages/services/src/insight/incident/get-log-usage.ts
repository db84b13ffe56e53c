import type { LogUsage } from '@afterword/validation/incident/schema'
import { logUsage } from '@afterword/db/schema'
import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'

/** What the logs did not keep today because it was too much. @throws DomainError `permission.denied` */
export const getLogUsage = async ({ ctx }: { ctx: ServiceContext }): Promise<LogUsage> => {
  requireOperator(ctx)
  const day = ctx.now().toISOString().slice(0, 10)
  const [usage] = await ctx.db
    .select({
      refusedRows: sql<number>`coalesce(sum(${logUsage.refusedRows}), 0)::int`,
      networkCount: sql<number>`count(distinct ${logUsage.place})::int`,
    })
    .from(logUsage)
    .where(and(eq(logUsage.day, day), gt(logUsage.refusedRows, 0), ne(logUsage.place, '*')))
  return { day, refusedRows: usage?.refusedRows ?? 0, networkCount: usage?.networkCount ?? 0 }
}
