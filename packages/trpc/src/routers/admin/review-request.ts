import { listReviewRequests } from '@afterword/services/review-request/list-review-requests'
import { pageOf } from '@afterword/validation/pagination'
import { listReviewRequestsSchema, reviewRequestRowSchema } from '@afterword/validation/review-request'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedures.ts'

export const adminReviewRequestRouter = {
  list: memberProcedure
    .input(listReviewRequestsSchema)
    .output(pageOf(reviewRequestRowSchema))
    .query(async ({ ctx, input }) => await listReviewRequests({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
