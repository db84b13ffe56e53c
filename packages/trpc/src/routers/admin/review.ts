import { removeReply } from '@afterword/services/reviews/reply/remove-reply'
import { saveReply } from '@afterword/services/reviews/reply/save-reply'
import { countReviews } from '@afterword/services/reviews/moderation/count-reviews'
import { getReview } from '@afterword/services/reviews/moderation/get-review'
import { listReviews } from '@afterword/services/reviews/moderation/list-reviews'
import { publishReview } from '@afterword/services/reviews/moderation/publish-review'
import { rejectReview } from '@afterword/services/reviews/moderation/reject-review'
import { undoReview } from '@afterword/services/reviews/moderation/undo-review'
import {
  listReviewsSchema,
  moderationReviewDetailSchema,
  moderationReviewSchema,
  rejectReviewSchema,
  reviewCountsSchema,
  reviewIdSchema,
  reviewVersionSchema,
  saveReplySchema,
} from '@afterword/validation/review/moderation'
import { pageOf } from '@afterword/validation/primitives/pagination'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminReviewRouter = {
  list: memberProcedure
    .input(listReviewsSchema)
    .output(pageOf(moderationReviewSchema))
    .query(async ({ ctx, input }) => await listReviews({ ctx: ctx.service, input })),
  counts: memberProcedure.output(reviewCountsSchema).query(async ({ ctx }) => await countReviews({ ctx: ctx.service })),
  get: memberProcedure
    .input(reviewIdSchema)
    .output(moderationReviewDetailSchema)
    .query(async ({ ctx, input }) => await getReview({ ctx: ctx.service, input })),
  publish: memberProcedure
    .input(reviewVersionSchema)
    .output(moderationReviewSchema)
    .mutation(async ({ ctx, input }) => await publishReview({ ctx: ctx.service, input })),
  reject: memberProcedure
    .input(rejectReviewSchema)
    .output(moderationReviewSchema)
    .mutation(async ({ ctx, input }) => await rejectReview({ ctx: ctx.service, input })),
  undo: memberProcedure
    .input(reviewVersionSchema)
    .output(moderationReviewSchema)
    .mutation(async ({ ctx, input }) => await undoReview({ ctx: ctx.service, input })),
  reply: memberProcedure
    .input(saveReplySchema)
    .output(moderationReviewSchema)
    .mutation(async ({ ctx, input }) => await saveReply({ ctx: ctx.service, input })),
  removeReply: memberProcedure
    .input(reviewIdSchema)
    .output(moderationReviewSchema)
    .mutation(async ({ ctx, input }) => await removeReply({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
