import postgres from 'postgres'

const roleOf = (url: string): string => decodeURIComponent(new URL(url).username)

/**
 * Gives what the migrations' role made in the database to the application's role, which makes and drops
 * partitions of its tables itself. Does nothing where both are one. Safe to run at every start.
 *
 * @param migrationUrl    Its role must be a member of the application's and no superuser.
 * @param applicationUrl  The same database, as api, web and worker open it.
 */
export const handOver = async (migrationUrl: string, applicationUrl: string): Promise<void> => {
  if (roleOf(migrationUrl) === roleOf(applicationUrl)) return
  const sql = postgres(migrationUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`reassign owned by current_user to ${sql(roleOf(applicationUrl))}`
  } finally {
    await sql.end()
  }
}
