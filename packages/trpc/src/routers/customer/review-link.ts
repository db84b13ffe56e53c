import { requestFreshLink } from '@afterword/services/asking/link/request-fresh-link'
import { requestLinkSchema } from '@afterword/validation/shop/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { z } from 'zod'
import { publicProcedure } from '../../procedure/procedures.ts'

export const customerReviewLinkRouter = {
  request: publicProcedure
    .meta({ sendsMail: true })
    .input(requestLinkSchema)
    .output(z.object({ accepted: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await requestFreshLink({ ctx: ctx.service, input })
      return { accepted: true as const }
    }),
} satisfies TRPCRouterRecord
