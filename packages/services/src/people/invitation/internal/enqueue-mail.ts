import { countAttempt } from '@afterword/auth/count-attempt'
import { attemptLimits } from '@afterword/auth/limits'
import type { Transaction } from '@afterword/db/connection/client'
import { sendInvitation } from '@afterword/jobs/definitions/send-invitation'
import { foldEmail } from '@afterword/validation/primitives/email'
import type { ServiceContext } from '../../../kernel/context.ts'
import { takeMailAllowance } from '../../../mail/mail-allowance.ts'

/**
 * Has an invitation mailed, unless its address has had enough of them from this shop or from all. The owner is
 * answered alike: what other shops send must not show. The link of the mail before works on.
 */
export const enqueueInvitationMail = async (
  tx: Transaction,
  ctx: ServiceContext,
  mail: { readonly shopId: string; readonly invitationId: string; readonly email: string },
): Promise<void> => {
  const { shopId, invitationId } = mail
  const deps = { db: tx, keyring: ctx.keyring }
  const address = foldEmail(mail.email) ?? mail.email
  if (!(await takeMailAllowance(deps, 'invitation', `${shopId} ${address}`))) return
  if ((await countAttempt(deps, attemptLimits.mailAddress, `invitation ${address}`)).isOver) return
  await ctx.jobs.enqueue(tx, sendInvitation, { shopId, invitationId })
}
