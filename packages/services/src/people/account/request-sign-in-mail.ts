import type { WayInPurpose } from '@afterword/validation/session/rules'
import type { Asker } from '@afterword/auth/auth'
import { countAttempt, networkOf, requireAttempt } from '@afterword/auth/count-attempt'
import { attemptLimits } from '@afterword/auth/limits'
import { findAccountByEmail, findOwnBrowser } from '@afterword/auth/find-account'
import { createSecret, hashSecret } from '@afterword/auth/mail-token'
import { passwordLinkSeconds, signInLinkSeconds } from '@afterword/auth/way-in'
import { signInToken } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { sendSignInMail } from '@afterword/jobs/definitions/send-sign-in-mail'
import { parseEmail } from '@afterword/validation/primitives/email'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { takeMailAllowance } from '../../mail/mail-allowance.ts'

interface SignInMailRequest {
  readonly purpose: WayInPurpose
  /** As typed; spaces around it are dropped. */
  readonly email: string
  /** Local path to open after sign-in. */
  readonly nextPath?: string | undefined
  readonly asker: Asker
}

/**
 * Whether one more mail may go. What strangers ask for does not use up what a browser gets that the account
 * knows; what one network asks for does not use up what others get.
 *
 * @throws DomainError `rate.limited` for a stranger's network
 */
const takeAllowance = async (
  ctx: ServiceContext,
  { purpose, asker }: SignInMailRequest,
  { name, ownBrowser }: { name: string; ownBrowser: string | null },
): Promise<boolean> => {
  if (ownBrowser !== null) return await takeMailAllowance(ctx, `${purpose}.own`, ownBrowser)
  const network = networkOf(asker.origin)
  await requireAttempt(ctx, attemptLimits.mailNetwork, network)
  if (!(await takeMailAllowance(ctx, `${purpose}.stranger`, `${network} ${name}`))) return false
  return !(await countAttempt(ctx, attemptLimits.mailAddress, `${purpose} ${name}`)).isOver
}

/** Writes down what was asked for and enqueues its mail. @param userId  Null without an account: the same work, no mail */
const enqueueMail = async (
  ctx: ServiceContext,
  { purpose, nextPath }: SignInMailRequest,
  { userId, browserSecret }: { userId: string | null; browserSecret: string },
): Promise<void> => {
  const isSignIn = purpose === 'sign_in'
  await inTransaction(ctx, async (tx) => {
    const [token] = await tx
      .insert(signInToken)
      .values({
        purpose,
        // A row for nobody: the job finds no account behind it and sends nothing.
        userId: userId ?? randomUUID(),
        browserHash: isSignIn ? hashSecret(browserSecret) : null,
        nextPath: nextPath ?? null,
        expiresAt: sql`now() + make_interval(secs => ${isSignIn ? signInLinkSeconds : passwordLinkSeconds})`,
      })
      .returning({ id: signInToken.id })
    if (token === undefined) throw new Error('insert into sign_in_token returned no row')
    await ctx.jobs.enqueue(tx, sendSignInMail, { signInTokenId: token.id })
  })
}

/**
 * Asks for a mail with a sign-in link or a link to set a new password. Whether the address belongs to
 * an account shows neither in the answer nor in the work done: both are written down and enqueued
 * alike, and the mail leaves from a job.
 *
 * @returns The secret that binds a sign-in link to the asking browser, for a cookie.
 * @throws DomainError `email.invalid`, `rate.limited` for a stranger's network. An address that was asked for
 *   too often just gets no further mail.
 */
export const requestSignInMail = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: SignInMailRequest
}): Promise<{ readonly browserSecret: string }> => {
  if (parseEmail(input.email.trim()) === null) throw new DomainError('email.invalid')
  const { name, account } = await findAccountByEmail(ctx.db, input.email)
  const ownBrowser = findOwnBrowser(ctx.keyring, input.asker, account)
  const browserSecret = createSecret()
  if (await takeAllowance(ctx, input, { name, ownBrowser })) {
    const userId = account === null || account.isDisabled ? null : account.id
    await enqueueMail(ctx, input, { userId, browserSecret })
  }
  return { browserSecret }
}
