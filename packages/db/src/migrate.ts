import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url))

/** Any number: whoever migrates holds this advisory lock, so two starts at once do not collide. */
const migrationLock = 8_214_307

/** Brings the database at `url` to the newest schema. Safe to run at every start and at once. */
export const migrateDatabase = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_advisory_lock(${migrationLock})`
    await migrate(drizzle(sql), { migrationsFolder })
  } finally {
    await sql.end()
  }
}
