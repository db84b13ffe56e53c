import { getSession } from '@afterword/services/people/session/get-session'
import { sessionViewSchema } from '@afterword/validation/session/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { memberProcedure } from '../../procedure/procedures.ts'

export const adminSessionRouter = {
  get: memberProcedure.output(sessionViewSchema).query(async ({ ctx }) => await getSession({ ctx: ctx.service })),
} satisfies TRPCRouterRecord
