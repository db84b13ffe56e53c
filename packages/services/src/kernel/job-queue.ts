import type { Executor } from '@afterword/db/connection/client'
import { createJobQueue, type JobQueueHandle } from '@afterword/jobs/enqueue'
import { sql } from 'drizzle-orm'

/**
 * The sending side of the job queue over a process's own database pool. Call `start` once at boot,
 * after `migrateJobs`, and `stop` before the database is closed.
 *
 * @param onError      Told of failures in the background; nothing is lost by them.
 * @param traceparent  The work at hand, which a job then carries; left out where nothing is traced.
 */
export const openJobQueue = (
  db: Executor,
  onError: (error: Error) => void,
  traceparent?: () => string | undefined,
): JobQueueHandle => createJobQueue({ db, sql, onError, traceparent })
