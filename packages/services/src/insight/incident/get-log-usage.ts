import { logUsage } from '@afterword/db/schema'
import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'

interface LogUsage {
  /** The day in UTC, `YYYY-MM-DD`. */
  readonly day: string
  /** Calls and browsers' reports that came after a quota was used up: counted, not kept. */
  readonly refusedRows: number
  /** Networks they came from. */
  readonly networkCount: number
}

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
