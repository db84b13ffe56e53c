import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

/**
 * The passwords of our own Postgres' three roles. They are made with the data folder, 192 bits each,
 * stand in a file that its owner alone may read, and stay as long as the folder does.
 */
export interface Passwords {
  readonly superuser: string
  readonly migration: string
  readonly application: string
}

const makePassword = (): string => randomBytes(24).toString('base64url')

/** @returns undefined when the data folder keeps none: no Postgres, or one of the time before passwords */
export const readPasswords = async (file: string): Promise<Passwords | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : (JSON.parse(text) as Passwords)
}

/** Makes them and keeps them in `file`. @throws Error when the file is there */
export const makePasswords = async (file: string): Promise<Passwords> => {
  const passwords = { superuser: makePassword(), migration: makePassword(), application: makePassword() }
  await writeFile(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return passwords
}
