import { hash, verify } from '@node-rs/argon2'

/** argon2id with OWASP's first recommendation: 19 MiB, 2 passes, 1 lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** @returns A PHC string, argon2id. */
export const hashPassword = async (password: string): Promise<string> => await hash(password, parameters)

/** A hash no password is known for: comparing against it costs what a real comparison costs. */
const decoy = hashPassword(crypto.randomUUID())

/**
 * Whether the password fits. An account without a password, or no account, takes as long as a
 * wrong password.
 */
export const verifyPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const fits = await verify(passwordHash ?? (await decoy), password)
  return fits && passwordHash !== null
}
