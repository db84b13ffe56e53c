import { getReviewPage } from '@afterword/services/reviews/page/get-review-page'
import { reviewPageSchema } from '@afterword/validation/review/customer-page'
import { linkCodeSchema } from '@afterword/validation/review/submit'
import type { TRPCRouterRecord } from '@trpc/server'
import { linkProcedure } from '../../procedure/procedures.ts'

export const customerReviewRequestRouter = {
  get: linkProcedure
    .input(linkCodeSchema)
    .output(reviewPageSchema)
    .query(async ({ ctx, input }) => await getReviewPage({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
