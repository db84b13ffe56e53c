import { checkLocale } from '@afterword/db/text/check-locale'
import { createDatabase } from '@afterword/db/connection/create-database'
import { startEmbeddedPostgres } from '@afterword/db/embedded/embedded'
import { handOver } from '@afterword/db/connection/hand-over'
import { migrateDatabase } from '@afterword/db/migrate'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import type { Env } from './env.ts'

const lookEveryMs = 2_000

export interface StartedDatabase {
  /** For the processes: the application's role. */
  readonly url: string
  /** What its owner should change, in a sentence; null when all is well. */
  readonly advice: string | null
  /** Tells, once, when our own Postgres is gone though nobody stopped it; never of somebody else's. */
  readonly watch: (onGone: () => void) => void
  readonly stop: () => Promise<void>
}

interface Urls {
  readonly application: string
  readonly migration: string
}

/** Brings a database to the newest schema as the migrations' role and leaves it to the application's. */
const prepare = async ({ application, migration }: Urls): Promise<string | null> => {
  await migrateDatabase(migration)
  await migrateJobs(migration)
  await handOver(migration, application)
  return await checkLocale(application)
}

/** The database given by `DATABASE_URL`, else our own Postgres; with the newest schema in either. */
export const startDatabase = async (
  env: Pick<Env, 'dataDir' | 'databaseUrl' | 'migrationDatabaseUrl'>,
): Promise<StartedDatabase> => {
  if (env.databaseUrl !== undefined) {
    const urls = { application: env.databaseUrl, migration: env.migrationDatabaseUrl ?? env.databaseUrl }
    await createDatabase(urls.migration)
    return { url: urls.application, advice: await prepare(urls), watch: () => undefined, stop: async () => undefined }
  }
  const { urls, isRunning, stop } = await startEmbeddedPostgres(env.dataDir)
  const advice = await prepare(urls).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  let timer: NodeJS.Timeout | undefined
  const watch = (onGone: () => void): void => {
    timer = setInterval(() => {
      void isRunning().then((isThere) => {
        if (isThere || timer === undefined) return
        clearInterval(timer)
        timer = undefined
        onGone()
      })
    }, lookEveryMs)
    timer.unref()
  }
  return {
    url: urls.application,
    advice,
    watch,
    async stop() {
      clearInterval(timer)
      timer = undefined
      await stop()
    },
  }
}
