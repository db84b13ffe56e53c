import { getWidget } from '@afterword/services/storefront/widget/get-widget'
import { saveWidget } from '@afterword/services/storefront/widget/save-widget'
import { currentWidgetSchema, savedWidgetSchema, saveWidgetSchema } from '@afterword/validation/widget/settings'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminWidgetRouter = {
  get: memberProcedure.output(currentWidgetSchema).query(async ({ ctx }) => await getWidget({ ctx: ctx.service })),
  save: memberProcedure
    .input(saveWidgetSchema)
    .output(savedWidgetSchema)
    .mutation(async ({ ctx, input }) => await saveWidget({ ctx: ctx.service, input })),
} satisfies TRPCRouterRecord
