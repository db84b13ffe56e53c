import { saveDraft } from '@afterword/services/reviews/draft/save-draft'
import { savedDraftSchema, saveDraftSchema } from '@afterword/validation/review/submit'
import type { TRPCRouterRecord } from '@trpc/server'
import { linkProcedure } from '../../procedure/procedures.ts'

export const customerDraftRouter = {
  save: linkProcedure
    .input(saveDraftSchema)
    .output(savedDraftSchema)
    .mutation(async ({ ctx, input }) => await saveDraft({ ctx: ctx.service, input, origin: ctx.origin })),
} satisfies TRPCRouterRecord
