import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url))

/** Any number: the process that migrates holds this advisory lock, so two starts at once do not collide. */
const migrationLock = 8_214_307

const lowestVersion = 18

/** @throws Error with one sentence when the server is too old for what we use (uuidv7, RETURNING old) */
const requireVersion = async (sql: postgres.Sql): Promise<void> => {
  const [row] = await sql<[{ number: number; name: string }?]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`
  if (row === undefined || row.number < lowestVersion * 10_000) {
    throw new Error(`Afterword needs Postgres ${lowestVersion} or newer; the server at DATABASE_URL is ${row?.name}.`)
  }
}

/** Brings the database at `url` to the newest schema. Safe to run at every start and at once. */
export const migrateDatabase = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await requireVersion(sql)
    await sql`select pg_advisory_lock(${migrationLock})`
    await migrate(drizzle(sql), { migrationsFolder })
  } finally {
    await sql.end()
  }
}
