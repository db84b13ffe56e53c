import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { createDatabase, withDatabase } from '../create-database.ts'
import { startEmbeddedPostgres } from '../embedded.ts'
import { migrateDatabase } from '../migrate.ts'
import postgres from 'postgres'

/** One Postgres per run, with a freshly migrated template that each test file clones. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startEmbeddedPostgres(path.join(project.config.root, '.data', 'vitest'))
  const templateUrl = withDatabase(server.url, `template_${process.pid}`)
  await createDatabase(templateUrl)
  await migrateDatabase(templateUrl)
  project.provide('templateUrl', templateUrl)
  return async () => {
    const admin = postgres(withDatabase(server.url, 'postgres'), { max: 1 })
    await admin`drop database ${admin(new URL(templateUrl).pathname.slice(1))} with (force)`
    await admin.end()
    await server.stop()
  }
}
