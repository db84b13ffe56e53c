import type { Tracer } from '@opentelemetry/api'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { createGate, type Gate } from './gate.ts'
import * as schema from '../schema.ts'
import { noGate, type Runner, traceRunner } from './traced-runner.ts'

export type Database = PostgresJsDatabase<typeof schema> & { readonly $client: postgres.Sql }
/** What a transaction's callback receives. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
type Schema = typeof schema
/** What a pool and a transaction have in common. A transaction begun on a transaction is a savepoint of it. */
export type Executor = PgDatabase<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>

export interface DatabaseOptions {
  readonly url: string
  readonly maxConnections?: number
  /** Queries and transactions that may wait for a connection before `overloaded` is answered. */
  readonly maxWaiting?: number
  readonly applicationName?: string
  /** Statements and transactions become spans of it (traced-runner.ts); undefined where nothing is traced. */
  readonly tracer?: Tracer | undefined
}

export interface DatabaseHandle {
  readonly db: Database
  readonly gate: Gate
  /** Calls back whenever a connection has ended, by us or from there: the database may not be the one it was. */
  readonly onClosed: (listener: () => void) => void
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
  readonly #runner: Runner
  readonly #start: () => PromiseLike<unknown> & { values: () => PromiseLike<unknown> }

  constructor(runner: Runner, start: () => PromiseLike<unknown> & { values: () => PromiseLike<unknown> }) {
    this.#runner = runner
    this.#start = start
  }

  // oxlint-disable-next-line unicorn/no-thenable -- it stands for postgres.js' own lazy query, which is one
  then<A, B>(
    onFulfilled?: ((value: unknown) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#runner.run(async () => await this.#start()).then(onFulfilled, onRejected)
  }

  values(): Promise<unknown> {
    return this.#runner.run(async () => await this.#start().values())
  }
}

/**
 * Statements with parameters are prepared once per connection: one round trip instead of two and no
 * planning (measured in docs/benchmarks.md). Those without may be several statements in one.
 */
const prepareIf = (parameters: readonly unknown[] | undefined): { prepare?: true } =>
  parameters === undefined || parameters.length === 0 ? {} : { prepare: true }

type TransactionSql = postgres.TransactionSql
type Work = (sql: TransactionSql) => unknown

/** A transaction's statements are prepared as those outside are: else each costs a second round trip and planning. */
const prepared = (sql: TransactionSql): TransactionSql =>
  new Proxy(sql, {
    get(target, key, receiver) {
      if (key === 'unsafe') {
        return (...[query, parameters, options]: Parameters<TransactionSql['unsafe']>) =>
          target.unsafe(query, parameters, { ...prepareIf(parameters), ...options })
      }
      if (key === 'savepoint') return (work: Work) => target.savepoint((inner) => work(prepared(inner)))
      return Reflect.get(target, key, receiver)
    },
  })

/** The statements of a transaction, each as a span. */
const traced = <T extends postgres.TransactionSql>(sql: T, tracer: Tracer): T =>
  new Proxy(sql, {
    get(target, key, receiver) {
      if (key === 'unsafe') {
        return (...args: Parameters<Sql['unsafe']>) =>
          new GatedQuery(traceRunner(noGate, tracer, args[0]), () => target.unsafe(...args))
      }
      if (key === 'savepoint') {
        return (work: (inner: postgres.TransactionSql) => unknown) =>
          target.savepoint((inner) => work(traced(inner, tracer)))
      }
      return Reflect.get(target, key, receiver)
    },
  })

/**
 * postgres.js behind a gate with as many places as it has connections: with more queries in flight
 * than that, postgres.js 3.4 slows down for good (docs/decisions/005-database-gate.md).
 */
const gated = (sql: Sql, gate: Gate, tracer: Tracer | undefined): Sql =>
  new Proxy(sql, {
    get(target, key, receiver) {
      if (key === 'unsafe') {
        return (...[query, parameters, options]: Parameters<Sql['unsafe']>) =>
          new GatedQuery(tracer === undefined ? gate : traceRunner(gate, tracer, query), () =>
            target.unsafe(query, parameters, { ...prepareIf(parameters), ...options }),
          )
      }
      if (key === 'begin' && tracer !== undefined) {
        return (work: Work) =>
          traceRunner(gate, tracer).run(() => target.begin((tx) => work(traced(prepared(tx), tracer))))
      }
      if (key === 'begin') {
        return (work: Work) => gate.run(() => target.begin((tx) => work(prepared(tx))))
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
  const listeners = new Set<() => void>()
  const sql = postgres(options.url, {
    max: maxConnections,
    idle_timeout: 60,
    connect_timeout: 10,
    // postgres.js waits up to 20 s between tries by default, and anyone who asks waits with it.
    backoff: () => reconnectDelaySeconds,
    onnotice: () => undefined,
    onclose: () => listeners.forEach((listener) => listener()),
    connection: {
      application_name: options.applicationName ?? 'afterword',
      statement_timeout: 15_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  })
  const gate = createGate({ places: maxConnections, maxWaiting: options.maxWaiting ?? 1_000 })
  return {
    db: drizzle(gated(sql, gate, options.tracer), { schema, casing: 'snake_case' }),
    gate,
    onClosed: (listener) => void listeners.add(listener),
    close: () => sql.end({ timeout: 5 }),
  }
}
