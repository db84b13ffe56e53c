import postgres from 'postgres'

/** Postgres' SQLSTATE for "this database exists already". */
const duplicateDatabase = '42P04'

/** `url` with another database name. */
export const withDatabase = (url: string, name: string): string => {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** Creates the database that `url` names unless it is there. */
export const createDatabase = async (url: string): Promise<void> => {
  const name = new URL(url).pathname.slice(1)
  const sql = postgres(withDatabase(url, 'postgres'), { max: 1, onnotice: () => undefined })
  try {
    await sql`create database ${sql(name)}`
  } catch (error) {
    if (!(error instanceof postgres.PostgresError && error.code === duplicateDatabase)) throw error
  } finally {
    await sql.end()
  }
}
