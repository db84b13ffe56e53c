import { listDeliveries } from '@afterword/services/platform/webhook/list-deliveries'
import { pageOf } from '@afterword/validation/primitives/pagination'
import { deliveryRowSchema, listDeliveriesSchema } from '@afterword/validation/shopify/webhook-delivery'
import type { TRPCRouterRecord } from '@trpc/server'
import { operatorProcedure } from '../../procedure/procedures.ts'

export const operatorWebhookDeliveryRouter = {
  list: operatorProcedure
    .input(listDeliveriesSchema)
    .output(pageOf(deliveryRowSchema))
    .query(async ({ ctx, input }) => await listDeliveries({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
