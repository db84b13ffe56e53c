import { createDatabase } from '@afterword/db/create-database'
import { startEmbeddedPostgres } from '@afterword/db/embedded'
import { migrateDatabase } from '@afterword/db/migrate'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'

export interface StartedDatabase {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** The database given by `DATABASE_URL`, else our own Postgres; with the newest schema in either. */
export const startDatabase = async (dataDir: string, givenUrl: string | undefined): Promise<StartedDatabase> => {
  const embedded = givenUrl === undefined ? await startEmbeddedPostgres(dataDir) : undefined
  const url = givenUrl ?? embedded?.url
  if (url === undefined) throw new Error('No database was started.')
  await createDatabase(url)
  await migrateDatabase(url)
  await migrateJobs(url)
  return { url, stop: async () => await embedded?.stop() }
}
