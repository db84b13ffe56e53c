import type { Keyring } from '@afterword/auth/keyring'
import type { Principal } from '@afterword/auth/principal'
import type { Executor } from '@afterword/db/connection/client'
import type { CallTrace } from './call-trace.ts'
import type { JobQueue } from '@afterword/jobs/job-queue'
import type { Joinable } from './in-transaction.ts'

/** What services need from the process that runs them; made once at its start. */
export interface ServiceDeps {
  /** The process's pool, or the transaction that a call is in (in-transaction.ts). */
  readonly db: Executor
  readonly jobs: JobQueue
  readonly keyring: Keyring
  /** The public address without a trailing slash, for links in mail and pages. */
  readonly publicUrl: string
  /** The clock. Expiry of credentials is left to the database's clock. */
  readonly now: () => Date
  /** Told of each record that could not be written of an act that was done nevertheless: ids and states. */
  readonly onLostRecord?: (record: object, error: unknown) => void
}

/** One call: who asks, under which request id. */
export interface ServiceContext extends ServiceDeps, Joinable {
  readonly principal: Principal
  readonly requestId: string
  /** Where the call notes what the operator's log of attempts should know. */
  readonly trace?: CallTrace | undefined
}

/** A command at the machine's console: it sends no mail and makes no links. */
export type ConsoleContext = Pick<
  ServiceContext,
  'db' | 'within' | 'keyring' | 'principal' | 'requestId' | 'onLostRecord'
>
