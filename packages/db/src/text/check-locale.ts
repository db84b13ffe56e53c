import postgres from 'postgres'

const remedy =
  "make one with CREATE DATABASE … TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8', " +
  'restore a dump into it and set DATABASE_URL to it.'

/**
 * Whether the database's locale serves us. What searches find does not depend on it (folded-text.ts), but with `C`
 * there are no trigrams of Korean, so that the index serves ASCII alone; and where `I` is not the capital of `i`, as
 * in Turkish, addresses are not compared as mail servers compare them.
 *
 * @param url  Of a migrated database (it needs pg_trgm).
 * @returns One sentence that says what to do, or null when all is well.
 */
export const checkLocale = async (url: string): Promise<string | null> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    const [row] = await sql<[{ knows: boolean; folds: boolean }?]>`
      select show_trgm('배송') <> '{}' as knows, lower('INFO') = 'info' as folds`
    if (row?.folds === false)
      return `The database takes two spellings of one email address for two addresses: ${remedy}`
    if (row?.knows === true) return null
    return `The database has an index of ASCII letters alone, so searching in Korean and other scripts is slow: ${remedy}`
  } finally {
    await sql.end()
  }
}
