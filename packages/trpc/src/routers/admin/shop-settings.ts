import { replaceWebhookSecret } from '@afterword/services/shop/replace-webhook-secret'
import { newWebhookSecretSchema } from '@afterword/validation/shop'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedures.ts'

export const adminShopRouter = {
  replaceWebhookSecret: memberProcedure
    .output(newWebhookSecretSchema)
    .mutation(async ({ ctx }) => await replaceWebhookSecret({ ctx: ctx.service })),
} satisfies TRPCRouterRecord
