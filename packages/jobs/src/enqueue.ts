import { fromDrizzle, PgBoss, type SendOptions } from 'pg-boss'
import type { EnqueueOptions, JobQueue, SqlExecutor } from './job-queue.ts'
import { ownTelemetry, queueSchema } from './pg-boss-options.ts'
import { withTraceparent } from './trace-job.ts'

interface JobQueueOptions {
  /** The process's drizzle database: the queue opens no connections of its own. */
  readonly db: SqlExecutor
  /** drizzle's `sql`, handed in because this package does not depend on drizzle. */
  readonly sql: Parameters<typeof fromDrizzle>[1]
  /** Told of failures in the background, e.g. while the list of queues is refreshed. */
  readonly onError: (error: Error) => void
  /** The work at hand as a `traceparent`, which a job then carries; left out where nothing is traced. */
  readonly traceparent?: (() => string | undefined) | undefined
}

export interface JobQueueHandle {
  readonly jobs: JobQueue
  /** Call once at boot. @throws Error when `migrateJobs` has not been run on this database. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

const toSendOptions = (options: EnqueueOptions): SendOptions => ({
  ...(options.startAfter === undefined ? {} : { startAfter: options.startAfter }),
  ...(options.throttle === undefined
    ? {}
    : { singletonKey: options.throttle.key, singletonSeconds: options.throttle.seconds }),
})

/**
 * The sending side of the queue, for api, web, worker and command line. A job is one INSERT inside
 * the caller's transaction; its commit wakes the workers.
 */
export const createJobQueue = ({ db, sql, onError, traceparent }: JobQueueOptions): JobQueueHandle => {
  const boss = new PgBoss({
    db: fromDrizzle(db, sql),
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: ownTelemetry,
  })
  boss.on('error', onError)
  return {
    jobs: {
      // oxlint-disable-next-line max-params -- reads as a sentence at every caller: through this, that job, with these
      async enqueue(tx, job, data, options = {}) {
        const checked = withTraceparent(Object(job.schema.parse(data)), traceparent?.())
        await boss.send(job.name, checked, { ...toSendOptions(options), db: fromDrizzle(tx, sql) })
      },
    },
    async start() {
      await boss.start()
    },
    async stop() {
      await boss.stop({ graceful: false })
    },
  }
}
