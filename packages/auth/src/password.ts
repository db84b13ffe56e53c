import { hash, verify } from '@node-rs/argon2'

/** argon2id with OWASP's first recommendation: 19 MiB, 2 passes, 1 lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const spaces = /\p{Zs}/gu

/**
 * The one spelling of a password in which it is counted, hashed and compared: a Mac's keyboard writes `é` as two
 * characters, a phone's as one, and some keyboards write a wide space.
 *
 * @see RFC 8265, 4.2.2 (OpaqueString): other spaces become U+0020, then NFC; nothing else is changed.
 */
export const toPreparedPassword = (password: string): string => password.replaceAll(spaces, ' ').normalize('NFC')

/**
 * The spellings under which a password may have been stored: prepared, and, from before passwords were prepared, as
 * it was typed or as a Mac types it. They depend on what is tried alone, so that they tell nothing of an account.
 */
const storedSpellings = (password: string): ReadonlySet<string> =>
  new Set([toPreparedPassword(password), password, password.normalize('NFD')])

/** @returns A PHC string, argon2id, of the prepared password. */
export const hashPassword = async (password: string): Promise<string> =>
  await hash(toPreparedPassword(password), parameters)

/** A hash no password is known for: comparing against it costs what a real comparison costs. */
const decoy = hashPassword(crypto.randomUUID())

/**
 * Whether the password fits, in whatever way its letters were typed. An account without a password, or no account, takes as long as a
 * wrong password.
 */
export const verifyPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const stored = passwordHash ?? (await decoy)
  for (const spelling of storedSpellings(password)) {
    // At once they would take thrice the memory.
    if (await verify(stored, spelling)) return passwordHash !== null
  }
  return false
}
