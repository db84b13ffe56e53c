import { getReviewPage } from '@afterword/services/review-page/get-review-page'
import { reviewPageSchema } from '@afterword/validation/customer-page'
import { linkCodeSchema } from '@afterword/validation/submit-review'
import type { TRPCRouterRecord } from '@trpc/server'
import { linkProcedure } from '../../procedures.ts'

export const customerReviewRequestRouter = {
  get: linkProcedure
    .input(linkCodeSchema)
    .output(reviewPageSchema)
    .query(async ({ ctx, input }) => await getReviewPage({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
