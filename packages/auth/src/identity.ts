import { authEvent, userAccount, userIdentity } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { foldEmail } from '@afterword/validation/primitives/email'
import { and, eq, sql } from 'drizzle-orm'
import type { Auth, Origin, SignedInTokens } from './auth.ts'
import { createSession } from './create-session.ts'

/** Who an OpenID provider says somebody is; its answer has been checked. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  /** An address the provider vouches for; null when it names none or does not. */
  readonly verifiedEmail: string | null
  /** When the provider last asked them for a proof (`auth_time`); undefined where it does not say. */
  readonly provedAt?: Date | undefined
}

const findLinked = async (auth: Auth, { issuer, subject }: Identity): Promise<string | null> => {
  const [row] = await auth.db
    .update(userIdentity)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(userIdentity.issuer, issuer), eq(userIdentity.subject, subject)))
    .returning({ userId: userIdentity.userId })
  return row?.userId ?? null
}

/**
 * Links the identity to the account with its address. An account that another identity of this provider belongs to
 * already is left alone: the provider has given the address to somebody else.
 */
const linkByEmail = async (auth: Auth, identity: Identity): Promise<string | null> => {
  const { issuer, subject } = identity
  // The database's rules of case go beyond ASCII: the Turkish dotted capital I would be somebody else's `i`.
  const email = foldEmail(identity.verifiedEmail ?? '')
  if (email === null) return null
  const linked = await auth.db.execute<{ user_id: string }>(sql`
    insert into ${userIdentity} (issuer, subject, user_id)
    select ${issuer}, ${subject}, ${userAccount.id}
    from ${userAccount}
    where ${userAccount.email} = ${email} and ${userAccount.disabledAt} is null
      and not exists (
        select from ${userIdentity} as other
        where other.user_id = ${userAccount.id} and other.issuer = ${issuer} and other.subject <> ${subject}
      )
    on conflict (issuer, subject) do update set last_used_at = now()
    returning user_id`)
  return linked[0]?.user_id ?? null
}

/**
 * Signs a person in who has proved to an OpenID provider who they are. The account is the one this identity is linked
 * to, else the one with the address the provider vouches for, which is then linked. No account is ever made here.
 *
 * @throws DomainError `sign_in.refused` when there is no such account, or it is disabled or belongs to no shop
 */
export const signInWithIdentity = async (auth: Auth, identity: Identity, origin: Origin): Promise<SignedInTokens> => {
  const userId = (await findLinked(auth, identity)) ?? (await linkByEmail(auth, identity))
  const tokens =
    userId === null ? null : await createSession(auth, userId, { origin, amr: ['fed'], provedAt: identity.provedAt })
  if (tokens !== null) return tokens
  await auth.db.insert(authEvent).values({ type: 'sign_in_refused', userId, ...origin })
  throw new DomainError('sign_in.refused')
}
