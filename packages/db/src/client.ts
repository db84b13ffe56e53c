import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { createGate, type Gate } from './gate.ts'
import * as schema from './schema.ts'

export type Database = PostgresJsDatabase<typeof schema> & { readonly $client: postgres.Sql }
/** What a transaction's callback receives. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** Reads may run inside or outside a transaction. */
export type Executor = Database | Transaction

export interface DatabaseOptions {
  readonly url: string
  readonly maxConnections?: number
  /** Queries and transactions that may wait for a connection before `overloaded` is answered. */
  readonly maxWaiting?: number
  readonly applicationName?: string
}

export interface DatabaseHandle {
  readonly db: Database
  readonly gate: Gate
  readonly close: () => Promise<void>
}

/** How soon a lost database is tried again: long enough not to spin, short enough to answer 503 in time. */
const reconnectDelaySeconds = 0.25

type Sql = postgres.Sql

/**
 * A query that asks for its place at the gate once somebody waits for it. Covers the two forms in
 * which drizzle reads an answer: awaited, and awaited after `.values()`.
 */
class GatedQuery implements PromiseLike<unknown> {
  readonly #gate: Gate
  readonly #start: () => PromiseLike<unknown> & { values: () => PromiseLike<unknown> }

  constructor(gate: Gate, start: () => PromiseLike<unknown> & { values: () => PromiseLike<unknown> }) {
    this.#gate = gate
    this.#start = start
  }

  // oxlint-disable-next-line unicorn/no-thenable -- it stands for postgres.js' own lazy query, which is one
  then<A, B>(
    onFulfilled?: ((value: unknown) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#gate.run(async () => await this.#start()).then(onFulfilled, onRejected)
  }

  values(): Promise<unknown> {
    return this.#gate.run(async () => await this.#start().values())
  }
}

/**
 * Statements with parameters are prepared once per connection: one round trip instead of two and no
 * planning (measured in docs/benchmarks.md). Those without may be several statements in one.
 */
const prepareIf = (parameters: readonly unknown[] | undefined): { prepare?: true } =>
  parameters === undefined || parameters.length === 0 ? {} : { prepare: true }

type TransactionSql = postgres.TransactionSql

/** What `begin` and `savepoint` are given: their last argument is the work to do. */
const withPreparing = <Args extends readonly unknown[]>(args: Args): Args =>
  args.map((arg: unknown) =>
    typeof arg === 'function' ? (sql: TransactionSql): unknown => arg(preparing(sql)) : arg,
  ) as readonly unknown[] as Args

/** A transaction's statements are prepared as those outside are: else each costs a second round trip and planning. */
function preparing(sql: TransactionSql): TransactionSql {
  return new Proxy(sql, {
    get(target, key, receiver) {
      if (key === 'unsafe') {
        return (...[query, parameters, options]: Parameters<TransactionSql['unsafe']>) =>
          target.unsafe(query, parameters, { ...prepareIf(parameters), ...options })
      }
      if (key === 'savepoint') return (...args: [never]) => target.savepoint(...withPreparing(args))
      return Reflect.get(target, key, receiver)
    },
  })
}

/**
 * postgres.js behind a gate with as many places as it has connections: with more queries in flight
 * than that, postgres.js 3.4 slows down for good (docs/decisions/005-database-gate.md).
 */
const gated = (sql: Sql, gate: Gate): Sql =>
  new Proxy(sql, {
    get(target, key, receiver) {
      if (key === 'unsafe') {
        return (...[query, parameters, options]: Parameters<Sql['unsafe']>) =>
          new GatedQuery(gate, () => target.unsafe(query, parameters, { ...prepareIf(parameters), ...options }))
      }
      if (key === 'begin') {
        return (...args: [never]) => gate.run(() => target.begin(...withPreparing(args)))
      }
      return Reflect.get(target, key, receiver)
    },
  })

/**
 * Opens a connection pool.
 *
 * @param options.maxConnections  Default 10.
 * @returns The drizzle database, its gate, and a close that waits up to five seconds.
 */
export const openDatabase = (options: DatabaseOptions): DatabaseHandle => {
  const maxConnections = options.maxConnections ?? 10
  const sql = postgres(options.url, {
    max: maxConnections,
    idle_timeout: 60,
    connect_timeout: 10,
    // postgres.js waits up to 20 s between tries by default, and whoever asks waits with it.
    backoff: () => reconnectDelaySeconds,
    onnotice: () => undefined,
    connection: {
      application_name: options.applicationName ?? 'afterword',
      statement_timeout: 15_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  })
  const gate = createGate({ places: maxConnections, maxWaiting: options.maxWaiting ?? 1_000 })
  return {
    db: drizzle(gated(sql, gate), { schema, casing: 'snake_case' }),
    gate,
    close: () => sql.end({ timeout: 5 }),
  }
}
