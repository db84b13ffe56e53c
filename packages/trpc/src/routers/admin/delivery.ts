import { getDeliveryOverview } from '@afterword/services/insight/delivery/get-delivery-overview'
import { resendLink } from '@afterword/services/insight/delivery/resend-link'
import { deliveryOverviewSchema, resendLinkSchema } from '@afterword/validation/incident/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminDeliveryRouter = {
  overview: memberProcedure
    .output(deliveryOverviewSchema)
    .query(async ({ ctx }) => await getDeliveryOverview({ ctx: ctx.service })),
  resend: memberProcedure
    .meta({ sendsMail: true })
    .input(resendLinkSchema)
    .mutation(async ({ ctx, input }) => {
      await resendLink({ ctx: ctx.service, input })
    }),
} satisfies TRPCRouterRecord
