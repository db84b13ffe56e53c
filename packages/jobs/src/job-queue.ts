import type { JobDefinition } from './define/define-job.ts'

/**
 * The part of a drizzle database or transaction that a job is enqueued through. A method, not a
 * property, so that drizzle's narrower parameter fits.
 */
export interface SqlExecutor {
  execute(query: unknown): Promise<unknown[]>
}

export interface EnqueueOptions {
  /** Earliest time the job may run. */
  readonly startAfter?: Date
  /**
   * Lets one job per key through in each stretch of `seconds` (aligned to the clock, so 60 means
   * "once in 10:41, once in 10:42"); any further one is dropped without a sign.
   */
  readonly throttle?: { readonly key: string; readonly seconds: number }
}

/** Puts jobs into the queue as part of the caller's transaction: both are there or neither is. */
export interface JobQueue {
  /** @throws ZodError when `data` does not fit the definition's schema: a defect of the caller. */
  enqueue<Data>(tx: SqlExecutor, job: JobDefinition<Data>, data: Data, options?: EnqueueOptions): Promise<void>
}
