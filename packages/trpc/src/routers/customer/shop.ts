import { getShopCard } from '@afterword/services/shop/get-shop-card'
import { shopCardSchema } from '@afterword/validation/review/customer-page'
import { shopAccessCodeSchema } from '@afterword/validation/shop/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { publicProcedure } from '../../procedure/procedures.ts'

export const customerShopRouter = {
  get: publicProcedure
    .input(shopAccessCodeSchema)
    .output(shopCardSchema)
    .query(async ({ ctx, input }) => await getShopCard({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
