import type { Executor } from '@afterword/db/connection/client'
import { userAccount } from '@afterword/db/schema'
import { foldEmail } from '@afterword/validation/primitives/email'
import { eq } from 'drizzle-orm'
import type { Asker } from './auth.ts'
import type { Keyring } from './keyring.ts'
import { findKnownBrowser } from './known-browser.ts'

export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly passwordHash: string | null
  readonly sessionEpoch: number
  readonly isDisabled: boolean
}

/**
 * The account of an address as somebody typed it, and the one name under which everything about that address is
 * counted, whether it has an account or not. What is no address shares a name, and has no account.
 *
 * Both come from the same folded text: the database compares addresses by its own rules, under which the
 * Turkish dotted capital I is
 * an `i`, and each spelling would be counted by itself.
 */
export const findAccountByEmail = async (
  db: Executor,
  email: string,
): Promise<{ readonly name: string; readonly account: Account | null }> => {
  const name = foldEmail(email) ?? ''
  const [row] = await db
    .select({
      id: userAccount.id,
      name: userAccount.name,
      email: userAccount.email,
      passwordHash: userAccount.passwordHash,
      sessionEpoch: userAccount.sessionEpoch,
      disabledAt: userAccount.disabledAt,
    })
    .from(userAccount)
    .where(eq(userAccount.email, name))
    .limit(1)
  if (row === undefined) return { name, account: null }
  const { disabledAt, ...account } = row
  return { name, account: { ...account, isDisabled: disabledAt !== null } }
}

/**
 * The name under which a browser that the account knows is counted, apart from all strangers.
 *
 * @returns Null for a stranger's, after the same work.
 */
export const findOwnBrowser = (keyring: Keyring, asker: Asker, account: Account | null): string | null => {
  const known = account && { userId: account.id, userEpoch: account.sessionEpoch }
  const browserId = findKnownBrowser(keyring, asker.knownCookie, known)
  return account === null || browserId === null ? null : `browser ${account.id} ${browserId}`
}
