import { getShopCard } from '@afterword/services/shop/get-shop-card'
import { shopCardSchema } from '@afterword/validation/customer-page'
import { shopAccessCodeSchema } from '@afterword/validation/shop'
import type { TRPCRouterRecord } from '@trpc/server'
import { publicProcedure } from '../../procedures.ts'

export const customerShopRouter = {
  get: publicProcedure
    .input(shopAccessCodeSchema)
    .output(shopCardSchema)
    .query(async ({ ctx, input }) => await getShopCard({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
