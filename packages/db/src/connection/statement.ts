import { fillPlaceholders, type SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Database } from './client.ts'

const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * A statement whose text is put together once, for the paths that every request takes. Parameters are
 * `sql.placeholder('name')`.
 *
 * @returns Runs it outside a transaction; prepared once per connection.
 */
export const defineStatement = <Row extends object>(
  build: () => SQL,
): ((db: Database, values: Readonly<Record<string, unknown>>) => Promise<readonly Row[]>) => {
  const { sql: text, params } = dialect.sqlToQuery(build())
  return async (db, values) => {
    const parameters = fillPlaceholders(params, values) as never[]
    return await db.$client.unsafe<Row[]>(text, parameters)
  }
}
