import { getSubscription } from '@afterword/services/asking/subscription/get-subscription'
import { subscriptionSchema } from '@afterword/validation/review/customer-page'
import { linkCodeSchema } from '@afterword/validation/review/submit'
import type { TRPCRouterRecord } from '@trpc/server'
import { linkProcedure } from '../../procedure/procedures.ts'

export const customerSubscriptionRouter = {
  get: linkProcedure
    .input(linkCodeSchema)
    .output(subscriptionSchema)
    .query(async ({ ctx, input }) => await getSubscription({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
