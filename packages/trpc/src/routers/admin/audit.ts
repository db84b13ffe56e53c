import { listAudit } from '@afterword/services/people/audit/list-audit'
import { auditEntrySchema, listAuditSchema } from '@afterword/validation/audit/log'
import { pageOf } from '@afterword/validation/primitives/pagination'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminAuditRouter = {
  list: memberProcedure
    .input(listAuditSchema)
    .output(pageOf(auditEntrySchema))
    .query(async ({ ctx, input }) => await listAudit({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
