import { createDatabase, withDatabase } from '@afterword/db/create-database'
import { startEmbeddedPostgres } from '@afterword/db/embedded'
import { migrateDatabase } from '@afterword/db/migrate'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { benchIncidents } from './incidents.ts'
import { benchReviews } from './reviews.ts'
import { benchSessions } from './sessions.ts'

/**
 * `pnpm bench [reviews|sessions] [seconds]`, `pnpm bench incidents [attempts]`: all of them when none is
 * named, the incidents then with their own number.
 */
const benchmarks = { incidents: benchIncidents, reviews: benchReviews, sessions: benchSessions } as const
const defaults = { incidents: 1_000_000, reviews: 4, sessions: 4 } as const

const names = process.argv.slice(2).filter((word) => Object.hasOwn(benchmarks, word))
const given = process.argv.slice(2).find((word) => /^\d+$/.test(word))

const amountFor = (name: keyof typeof defaults): number => {
  const isMeant = given !== undefined && (name !== 'incidents' || names.includes(name))
  return isMeant ? Number(given) : defaults[name]
}

const dataDir = path.resolve(import.meta.dirname, '..', '.data', 'bench')
await rm(dataDir, { recursive: true, force: true })
const server = await startEmbeddedPostgres(dataDir)
try {
  for (const name of Object.keys(benchmarks) as (keyof typeof benchmarks)[]) {
    if (names.length > 0 && !names.includes(name)) continue
    const databaseUrl = withDatabase(server.url, `bench_${name}`)
    await createDatabase(databaseUrl)
    await migrateDatabase(databaseUrl)
    await migrateJobs(databaseUrl)
    console.log(`\n## ${name}\n`)
    await benchmarks[name](databaseUrl, amountFor(name))
  }
} finally {
  await server.stop()
}
