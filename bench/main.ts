import { createDatabase, withDatabase } from '@afterword/db/connection/create-database'
import { startEmbeddedPostgres } from '@afterword/db/embedded/embedded'
import { migrateDatabase } from '@afterword/db/migrate'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { benchAbuse } from './abuse.ts'
import { benchIncidents } from './incidents.ts'
import { benchOverload, benchSoak } from './overload.ts'
import { benchReviews } from './reviews.ts'
import { benchSessions } from './sessions.ts'

/**
 * `pnpm bench [reviews|sessions] [seconds]`: both when none is named. `pnpm bench overload [seconds]`,
 * `pnpm bench soak [minutes]`, `pnpm bench abuse [seconds]` and `pnpm bench incidents [attempts]` run when they are named: they need
 * the machine for themselves.
 */
const comparisons = { reviews: benchReviews, sessions: benchSessions } as const
const trials = { abuse: benchAbuse, incidents: benchIncidents, overload: benchOverload, soak: benchSoak } as const

const words = process.argv.slice(2)
const amount = words.find((word) => /^\d+$/.test(word))
const runs: Record<string, (databaseUrl: string) => Promise<void>> = {}
for (const [name, run] of Object.entries(comparisons)) {
  const isMeant = words.includes(name) || !words.some((word) => word in comparisons || word in trials)
  if (isMeant) runs[name] = async (databaseUrl) => await run(databaseUrl, Number(amount ?? '4'))
}
for (const [name, run] of Object.entries(trials)) {
  if (words.includes(name))
    runs[name] = async (databaseUrl) => await run(databaseUrl, amount === undefined ? undefined : Number(amount))
}

const dataDir = path.resolve(import.meta.dirname, '..', '.data', 'bench')
await rm(dataDir, { recursive: true, force: true })
const server = await startEmbeddedPostgres(dataDir)
try {
  for (const [name, run] of Object.entries(runs)) {
    const databaseUrl = withDatabase(server.urls.superuser, `bench_${name}`)
    await createDatabase(databaseUrl)
    await migrateDatabase(databaseUrl)
    await migrateJobs(databaseUrl)
    console.log(`\n## ${name}\n`)
    await run(databaseUrl)
  }
} finally {
  await server.stop()
}
