import { listProducts } from '@afterword/services/product/list-products'
import { productChoiceSchema } from '@afterword/validation/moderation'
import type { TRPCRouterRecord } from '@trpc/server'
import { z } from 'zod'
import { memberProcedure } from '../../procedures.ts'

export const adminProductRouter = {
  list: memberProcedure
    .output(z.array(productChoiceSchema))
    .query(async ({ ctx }) => await listProducts({ ctx: ctx.service })),
} satisfies TRPCRouterRecord
