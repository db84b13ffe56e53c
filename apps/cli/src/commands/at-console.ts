import { createKeyring } from '@afterword/auth/keyring'
import { openDatabase } from '@afterword/db/connection/client'
import { errorCodes, isErrorCode } from '@afterword/errors'
import type { ConsoleContext } from '@afterword/services/kernel/context'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Env } from '../launcher/env.ts'
import { findDatabaseUrl } from '../launcher/find-database.ts'
import { loadSecret } from '../launcher/secret.ts'

const onLostRecord = (record: object, error: unknown): void =>
  console.error('Done, but not recorded:', JSON.stringify(record), error instanceof Error ? error.message : '')

/** Does an act on the installation's database as the one who holds the machine. */
export const atConsole = async <Result>(env: Env, act: (ctx: ConsoleContext) => Promise<Result>): Promise<Result> => {
  const url = await findDatabaseUrl(env)
  const keyring = createKeyring(await loadSecret(env.dataDir, env.secret))
  const { db, close } = openDatabase({ url, maxConnections: 1, applicationName: 'afterword-cli' })
  try {
    return await act({ db, keyring, principal: { kind: 'system' }, requestId: randomUUID(), onLostRecord })
  } finally {
    await close()
  }
}

/** @throws Error with a sentence for everything that is wrong. */
export const readInput = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const reasons = result.error.issues.map(({ message }) =>
    isErrorCode(message) ? errorCodes[message].message : message,
  )
  throw new Error(reasons.join('\n'))
}
