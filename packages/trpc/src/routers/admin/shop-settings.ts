import { replaceWebhookSecret, setWebhookSecret } from '@afterword/services/shop/replace-webhook-secret'
import { changeSettings } from '@afterword/services/shop/settings/change-settings'
import { readBrand } from '@afterword/services/shop/settings/read-brand'
import { readSettings } from '@afterword/services/shop/settings/read-settings'
import { newWebhookSecretSchema, setWebhookSecretSchema } from '@afterword/validation/shop/schema'
import {
  brandSchema,
  changeSettingsSchema,
  readBrandSchema,
  shopSettingsSchema,
} from '@afterword/validation/shop/settings'
import type { TRPCRouterRecord } from '@trpc/server'
import { z } from 'zod'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminShopRouter = {
  settings: memberProcedure
    .output(shopSettingsSchema)
    .query(async ({ ctx }) => await readSettings({ ctx: ctx.service })),
  readBrand: memberProcedure
    .input(readBrandSchema)
    .output(brandSchema)
    .mutation(async ({ ctx, input }) => await readBrand({ ctx: ctx.service, input })),
  changeSettings: memberProcedure
    .input(changeSettingsSchema)
    .output(shopSettingsSchema)
    .mutation(async ({ ctx, input }) => await changeSettings({ ctx: ctx.service, input })),
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
