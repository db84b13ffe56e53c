import { accountOf, attemptLimits, countAttempt, networkOf, requireAttempt } from '@afterword/auth/count-attempt'
import type { Origin } from '@afterword/auth/auth'
import { createSecret, hashSecret } from '@afterword/auth/mail-token'
import { signInLinkSeconds } from '@afterword/auth/sign-in-link'
import { signInToken, userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { sendSignInMail } from '@afterword/jobs/definitions/send-sign-in-mail'
import { parseEmail } from '@afterword/validation/email'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { ServiceContext } from '../context.ts'

const resetSeconds = 15 * 60

interface SignInMailRequest {
  readonly purpose: 'sign_in' | 'password_reset'
  /** As typed; spaces around it are dropped. */
  readonly email: string
  /** Local path to open after sign-in. */
  readonly nextPath?: string | undefined
  readonly origin: Origin
}

/**
 * Asks for a mail with a sign-in link or a link to set a new password. Whether the address belongs to
 * an account shows neither in the answer nor in the work done: both are written down and enqueued
 * alike, and the mail leaves from a job.
 *
 * @returns The secret that binds a sign-in link to the asking browser, for a cookie.
 * @throws DomainError `email.invalid`, `rate.limited` for the network. An account that was asked for
 *   too often just gets no further mail.
 */
export const requestSignInMail = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: SignInMailRequest
}): Promise<{ readonly browserSecret: string }> => {
  const email = parseEmail(input.email.trim())
  if (email === null) throw new DomainError('email.invalid')
  await requireAttempt(ctx, attemptLimits.mailNetwork, networkOf(input.origin))
  const browserSecret = createSecret()
  const { isOver } = await countAttempt(ctx, attemptLimits.mailAccount, accountOf(email))
  if (isOver) return { browserSecret }

  const [account] = await ctx.db
    .select({ id: userAccount.id })
    .from(userAccount)
    .where(and(eq(userAccount.email, email), isNull(userAccount.disabledAt)))
  const isSignIn = input.purpose === 'sign_in'
  await ctx.db.transaction(async (tx) => {
    const [token] = await tx
      .insert(signInToken)
      .values({
        purpose: input.purpose,
        // A row for nobody: the job finds no account behind it and sends nothing.
        userId: account?.id ?? randomUUID(),
        browserHash: isSignIn ? hashSecret(browserSecret) : null,
        nextPath: input.nextPath ?? null,
        expiresAt: sql`now() + make_interval(secs => ${isSignIn ? signInLinkSeconds : resetSeconds})`,
      })
      .returning({ id: signInToken.id })
    if (token === undefined) throw new Error('insert into sign_in_token returned no row')
    await ctx.jobs.enqueue(tx, sendSignInMail, { signInTokenId: token.id })
  })
  return { browserSecret }
}
