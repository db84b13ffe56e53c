import { listDeliveries } from '@afterword/services/webhook/list-deliveries'
import { pageOf } from '@afterword/validation/pagination'
import { deliveryRowSchema, listDeliveriesSchema } from '@afterword/validation/webhook-delivery'
import type { TRPCRouterRecord } from '@trpc/server'
import { operatorProcedure } from '../../procedures.ts'

export const operatorWebhookDeliveryRouter = {
  list: operatorProcedure
    .input(listDeliveriesSchema)
    .output(pageOf(deliveryRowSchema))
    .query(async ({ ctx, input }) => await listDeliveries({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
