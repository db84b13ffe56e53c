import { findRunningPostgres } from '@afterword/db/embedded/embedded'
import type { Env } from './env.ts'

/** The database a command works on: the one given, else our own Postgres, which must be running. */
export const findDatabaseUrl = async (env: Env): Promise<string> => {
  const url = env.databaseUrl ?? (await findRunningPostgres(env.dataDir))
  if (url === undefined) throw new Error('No database is running. Set DATABASE_URL, or start Afterword first.')
  return url
}
