import { listReviewRequests } from '@afterword/services/asking/request/list-review-requests'
import { pageOf } from '@afterword/validation/primitives/pagination'
import { listReviewRequestsSchema, reviewRequestRowSchema } from '@afterword/validation/request/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminReviewRequestRouter = {
  list: memberProcedure
    .input(listReviewRequestsSchema)
    .output(pageOf(reviewRequestRowSchema))
    .query(async ({ ctx, input }) => await listReviewRequests({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
