import { createDatabase, withDatabase } from '@afterword/db/create-database'
import { startEmbeddedPostgres } from '@afterword/db/embedded'
import { migrateDatabase } from '@afterword/db/migrate'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { benchReviews } from './reviews.ts'
import { benchSessions } from './sessions.ts'

/** `pnpm bench [reviews|sessions] [seconds]`: all of them when none is named. */
const benchmarks = { reviews: benchReviews, sessions: benchSessions } as const

const names = process.argv.slice(2).filter((word) => word in benchmarks)
const seconds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? '4')

const dataDir = path.resolve(import.meta.dirname, '..', '.data', 'bench')
await rm(dataDir, { recursive: true, force: true })
const server = await startEmbeddedPostgres(dataDir)
try {
  for (const [name, run] of Object.entries(benchmarks)) {
    if (names.length > 0 && !names.includes(name)) continue
    const databaseUrl = withDatabase(server.url, `bench_${name}`)
    await createDatabase(databaseUrl)
    await migrateDatabase(databaseUrl)
    await migrateJobs(databaseUrl)
    console.log(`\n## ${name}\n`)
    await run(databaseUrl, seconds)
  }
} finally {
  await server.stop()
}
