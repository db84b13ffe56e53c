import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { createDatabase, withDatabase } from '../connection/create-database.ts'
import {
  type EmbeddedPostgres,
  OldDataFolderError,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from '../embedded/embedded.ts'
import { migrateDatabase } from '../migrate.ts'
import postgres from 'postgres'

/** A folder of the tests' own holds nothing that is worth keeping: an old one is made again. */
const startServer = async (dataDir: string): Promise<EmbeddedPostgres> => {
  try {
    return await startEmbeddedPostgres(dataDir)
  } catch (error) {
    if (!(error instanceof OldDataFolderError)) throw error
    await stopEmbeddedPostgres(dataDir)
    await rm(dataDir, { recursive: true })
    return await startEmbeddedPostgres(dataDir)
  }
}

/**
 * One Postgres per run, with a freshly migrated template that each test file clones. Tests make
 * databases, so they are its superuser; the roles of an installation have tests of their own.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startServer(path.join(project.config.root, '.data', 'vitest'))
  const templateUrl = withDatabase(server.urls.superuser, `template_${process.pid}`)
  await createDatabase(templateUrl)
  await migrateDatabase(templateUrl)
  project.provide('templateUrl', templateUrl)
  return async () => {
    const admin = postgres(withDatabase(server.urls.superuser, 'postgres'), { max: 1 })
    await admin`drop database ${admin(new URL(templateUrl).pathname.slice(1))} with (force)`
    await admin.end()
    await server.stop()
  }
}
