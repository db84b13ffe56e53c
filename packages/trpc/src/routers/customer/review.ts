import { editReview } from '@afterword/services/reviews/submit/edit-review'
import { getReviewStatus } from '@afterword/services/reviews/submit/get-review-status'
import { submitReview } from '@afterword/services/reviews/submit/submit-review'
import { ownReviewSchema } from '@afterword/validation/review/customer-page'
import {
  editReviewSchema,
  reviewStatusQuerySchema,
  submissionStateSchema,
  submitReviewSchema,
  submittedReviewSchema,
} from '@afterword/validation/review/submit'
import type { TRPCRouterRecord } from '@trpc/server'
import { z } from 'zod'
import { linkProcedure } from '../../procedure/procedures.ts'

const editedSchema = z.object({ review: ownReviewSchema })

export const customerReviewRouter = {
  submit: linkProcedure
    .input(submitReviewSchema)
    .output(submittedReviewSchema)
    .mutation(async ({ ctx, input }) => {
      const { isReplay, ...answer } = await submitReview({ ctx: ctx.service, input })
      if (isReplay) ctx.replyHeaders?.set('idempotency-replayed', 'true')
      return answer
    }),
  edit: linkProcedure
    .input(editReviewSchema)
    .output(editedSchema)
    .mutation(async ({ ctx, input }) => ({ review: await editReview({ ctx: ctx.service, input }) })),
  status: linkProcedure
    .input(reviewStatusQuerySchema)
    .output(submissionStateSchema)
    .query(async ({ ctx, input }) => await getReviewStatus({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
