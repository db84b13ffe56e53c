import { getSubscription } from '@afterword/services/subscription/get-subscription'
import { subscriptionSchema } from '@afterword/validation/customer-page'
import { linkCodeSchema } from '@afterword/validation/submit-review'
import type { TRPCRouterRecord } from '@trpc/server'
import { linkProcedure } from '../../procedures.ts'

export const customerSubscriptionRouter = {
  get: linkProcedure
    .input(linkCodeSchema)
    .output(subscriptionSchema)
    .query(async ({ ctx, input }) => await getSubscription({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
