import { replaceWebhookSecret, setWebhookSecret } from '@afterword/services/shop/replace-webhook-secret'
import { newWebhookSecretSchema, setWebhookSecretSchema } from '@afterword/validation/shop/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { z } from 'zod'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminShopRouter = {
  replaceWebhookSecret: memberProcedure
    .output(newWebhookSecretSchema)
    .mutation(async ({ ctx }) => await replaceWebhookSecret({ ctx: ctx.service })),
  setWebhookSecret: memberProcedure
    .input(setWebhookSecretSchema)
    .output(z.object({ accepted: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await setWebhookSecret({ ctx: ctx.service, input })
      return { accepted: true as const }
    }),
} satisfies TRPCRouterRecord
