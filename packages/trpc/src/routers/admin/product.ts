import { listProducts } from '@afterword/services/orders/list-products'
import { productChoiceSchema } from '@afterword/validation/review/moderation'
import type { TRPCRouterRecord } from '@trpc/server'
import { z } from 'zod'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminProductRouter = {
  list: memberProcedure
    .output(z.array(productChoiceSchema))
    .query(async ({ ctx }) => await listProducts({ ctx: ctx.service })),
} satisfies TRPCRouterRecord
