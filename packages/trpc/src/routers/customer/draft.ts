import { saveDraft } from '@afterword/services/review/save-draft'
import { savedDraftSchema, saveDraftSchema } from '@afterword/validation/submit-review'
import type { TRPCRouterRecord } from '@trpc/server'
import { linkProcedure } from '../../procedures.ts'

export const customerDraftRouter = {
  save: linkProcedure
    .input(saveDraftSchema)
    .output(savedDraftSchema)
    .mutation(async ({ ctx, input }) => await saveDraft({ ctx: ctx.service, input, origin: ctx.origin })),
} satisfies TRPCRouterRecord
