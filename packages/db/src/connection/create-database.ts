import postgres from 'postgres'

/** Postgres' SQLSTATEs for "this database exists already" and "there is no such database". */
const duplicateDatabase = '42P04'
const unknownDatabase = '3D000'

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof postgres.PostgresError && error.code === code

/** `url` with another database name. */
export const withDatabase = (url: string, name: string): string => {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

const isThere = async (url: string): Promise<boolean> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await sql`select 1`
    return true
  } catch (error) {
    if (hasCode(error, unknownDatabase)) return false
    throw error
  } finally {
    await sql.end()
  }
}

/** Creates the database that `url` names unless it is there; only then its role must be allowed to. */
export const createDatabase = async (url: string): Promise<void> => {
  if (await isThere(url)) return
  const name = new URL(url).pathname.slice(1)
  const sql = postgres(withDatabase(url, 'postgres'), { max: 1, onnotice: () => undefined })
  try {
    await sql`create database ${sql(name)}`
  } catch (error) {
    if (!hasCode(error, duplicateDatabase)) throw error
  } finally {
    await sql.end()
  }
}
