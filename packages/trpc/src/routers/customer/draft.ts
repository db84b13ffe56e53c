import { saveDraft } from '@afterword/services/review/save-draft'
import { savedDraftSchema, saveDraftSchema } from '@afterword/validation/submit-review'
import type { TRPCRouterRecord } from '@trpc/server'
import { publicProcedure } from '../../procedures.ts'

export const customerDraftRouter = {
  save: publicProcedure
    .input(saveDraftSchema)
    .output(savedDraftSchema)
    .mutation(async ({ ctx, input }) => await saveDraft({ ctx: ctx.service, input, origin: ctx.origin })),
} satisfies TRPCRouterRecord
