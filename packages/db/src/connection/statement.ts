import { fillPlaceholders, type SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsSession } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Database, Executor } from './client.ts'

const dialect = new PgDialect({ casing: 'snake_case' })

type Client = Pick<postgres.Sql, 'unsafe'>

const isPool = (db: Executor): db is Database => '$client' in db

/** The driver beneath a pool or a transaction. */
const clientOf = (db: Executor): Client => {
  if (isPool(db)) return db.$client
  const { session } = db._
  if (!(session instanceof PostgresJsSession)) throw new Error('a statement was given no connection of postgres.js')
  return session.client as Client
}

/**
 * A statement whose text is put together once, for the paths that every request takes. Parameters are
 * `sql.placeholder('name')`.
 *
 * @returns Runs it, in the transaction it is given or outside of any; prepared once per connection.
 */
export const defineStatement = <Row extends object>(
  build: () => SQL,
): ((db: Executor, values: Readonly<Record<string, unknown>>) => Promise<readonly Row[]>) => {
  const { sql: text, params } = dialect.sqlToQuery(build())
  return async (db, values) => {
    // The driver takes what drizzle has encoded, of whatever type.
    const parameters = fillPlaceholders(params, values) as never[]
    return await clientOf(db).unsafe<Row[]>(text, parameters)
  }
}
