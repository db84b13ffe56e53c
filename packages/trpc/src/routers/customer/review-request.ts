import { getReviewPage } from '@afterword/services/review-page/get-review-page'
import { reviewPageSchema } from '@afterword/validation/customer-page'
import { linkCodeSchema } from '@afterword/validation/submit-review'
import type { TRPCRouterRecord } from '@trpc/server'
import { publicProcedure } from '../../procedures.ts'

export const customerReviewRequestRouter = {
  get: publicProcedure
    .input(linkCodeSchema)
    .output(reviewPageSchema)
    .query(async ({ ctx, input }) => await getReviewPage({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
