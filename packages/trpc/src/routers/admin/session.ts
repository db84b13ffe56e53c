import { getSession } from '@afterword/services/session/get-session'
import { sessionViewSchema } from '@afterword/validation/session'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedures.ts'

export const adminSessionRouter = {
  get: memberProcedure.output(sessionViewSchema).query(async ({ ctx }) => await getSession({ ctx: ctx.service })),
} satisfies TRPCRouterRecord
