import { endOtherSessions, endSession } from '@afterword/auth/end-sessions'
import { listSessions } from '@afterword/auth/list-sessions'
import { DomainError } from '@afterword/errors'
import { requireSignedIn } from '@afterword/services/kernel/access'
import { getAccount } from '@afterword/services/people/account/get-account'
import { accountSchema, endSessionSchema, sessionListSchema } from '@afterword/validation/session/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { z } from 'zod'
import { signedInProcedure } from '../../procedure/procedures.ts'

/** A person's own account and sessions, whatever their role. */
export const adminAccountRouter = {
  get: signedInProcedure.output(accountSchema).query(async ({ ctx }) => await getAccount({ ctx: ctx.service })),
  sessions: signedInProcedure.output(sessionListSchema).query(async ({ ctx }) => {
    const { userId, sessionId } = requireSignedIn(ctx.service)
    const sessions = await listSessions(ctx.auth, userId)
    return sessions.map((session) => ({ ...session, isCurrent: session.id === sessionId }))
  }),
  endSession: signedInProcedure
    .input(endSessionSchema)
    .output(z.object({ ended: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      const { userId } = requireSignedIn(ctx.service)
      const ended = await endSession(ctx.auth, { userId, sessionId: input.sessionId }, ctx.origin)
      if (!ended) throw new DomainError('session.not_found')
      return { ended }
    }),
  endOtherSessions: signedInProcedure.output(z.object({ ended: z.int() })).mutation(async ({ ctx }) => ({
    ended: await endOtherSessions(ctx.auth, requireSignedIn(ctx.service), ctx.origin),
  })),
} satisfies TRPCRouterRecord
