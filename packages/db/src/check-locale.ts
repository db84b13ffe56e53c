import postgres from 'postgres'

/**
 * Whether the database finds text in every script: with the locale `C` it has no trigrams of Korean
 * and folds no letter beyond ASCII.
 *
 * @param url  Of a migrated database (it needs pg_trgm).
 * @returns One sentence that says what to do, or null when all is well.
 */
export const checkLocale = async (url: string): Promise<string | null> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    const [row] = await sql<[{ knows: boolean }?]>`select show_trgm('배송') <> '{}' as knows`
    if (row?.knows === true) return null
    return (
      'The database folds and finds ASCII letters alone, so searching in Korean and other scripts is slow or fails: ' +
      "make one with CREATE DATABASE … TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8', " +
      'restore a dump into it and set DATABASE_URL to it.'
    )
  } finally {
    await sql.end()
  }
}
