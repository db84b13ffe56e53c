import type { JobDefinition } from './define-job.ts'

/** The part of a drizzle database or transaction that a job is enqueued through. */
export interface SqlExecutor {
  execute(query: never): Promise<unknown>
}

export interface EnqueueOptions {
  /** Earliest time the job may run. */
  readonly startAfter?: Date
}

/** Puts jobs into the queue as part of the caller's transaction: both are there or neither is. */
export interface JobQueue {
  enqueue<Data>(tx: SqlExecutor, job: JobDefinition<Data>, data: Data, options?: EnqueueOptions): Promise<void>
}
