import type { Transaction } from '@afterword/db/client'
import { sendInvitation } from '@afterword/jobs/definitions/send-invitation'
import type { ServiceContext } from '../context.ts'

/** Has an invitation mailed, at most once a minute: a second click sends no second mail. */
export const enqueueInvitationMail = async (
  tx: Transaction,
  ctx: ServiceContext,
  data: { readonly shopId: string; readonly invitationId: string },
): Promise<void> =>
  await ctx.jobs.enqueue(tx, sendInvitation, data, { throttle: { key: data.invitationId, seconds: 60 } })
