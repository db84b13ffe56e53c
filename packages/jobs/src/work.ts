import type { Tracer } from '@opentelemetry/api'
import { PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss'
import { jobCatalogue } from './catalogue.ts'
import type { JobData, JobDefinition } from './define/define-job.ts'
import { ownTelemetry, queueSchema } from './pg-boss-options.ts'
import { traceJob } from './trace-job.ts'

export interface JobAttempt {
  readonly jobId: string
  /** 1 for the first try. */
  readonly number: number
  /** Whether a failure now is final. */
  readonly isLast: boolean
  /** Aborts when the job runs out of time or the worker stops. */
  readonly signal: AbortSignal
}

export type JobHandler<Data> = (data: Data, attempt: JobAttempt) => Promise<void>
type JobDataByName = { readonly [Name in keyof typeof jobCatalogue]: JobData<(typeof jobCatalogue)[Name]> }
/** One handler per definition: an entry without one does not compile. */
export type JobHandlers = { readonly [Name in keyof JobDataByName]: JobHandler<JobDataByName[Name]> }

/** What became of a failed try: `retry` comes again with a growing delay, `give_up` never. */
export interface FailureVerdict {
  readonly action: 'retry' | 'give_up'
  /** Kept with the job: one line, without personal data. */
  readonly reason: string
}

interface WorkerOptions {
  readonly url: string
  readonly handlers: JobHandlers
  /** Decides what a thrown error means, and logs it. */
  readonly judgeFailure: (error: unknown, job: { name: string; attempt: JobAttempt }) => FailureVerdict
  /** Told of the queue's own failures: a lost connection, a refused statement. */
  readonly onError: (error: Error) => void
  /** How often dead workers' jobs are looked for. Default 10. */
  readonly superviseSeconds?: number
  /** Jobs of one queue that run at once in this process. Default 4. */
  readonly concurrency?: number
  /** How long a stop waits for running jobs before it hands them back. Default 8: less than our launcher waits for us. */
  readonly stopSeconds?: number
  /** Each try of a job becomes a span of it; undefined where nothing is traced. */
  readonly tracer?: Tracer | undefined
}

export interface WorkersHandle {
  /** Takes no new job, waits for the running ones and hands back what does not end in time. */
  readonly stop: () => Promise<void>
}

const toAttempt = (job: JobWithMetadata): JobAttempt => ({
  jobId: job.id,
  number: job.retryCount + 1,
  isLast: job.retryCount >= job.retryLimit,
  signal: job.signal,
})

type CatalogueOf<Data> = { readonly [Name in keyof Data]: JobDefinition<Data[Name]> }
const definitions: CatalogueOf<JobDataByName> = jobCatalogue

/** As for our own connections, so that a stuck statement of the queue frees its connection too. */
const queueTimeouts = '-c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000'

interface RunnableJob {
  readonly name: string
  readonly run: (data: unknown, attempt: JobAttempt) => Promise<void>
}

const pairHandler = <Name extends keyof JobDataByName>(name: Name, handlers: JobHandlers): RunnableJob => {
  const definition: JobDefinition<JobDataByName[Name]> = definitions[name]
  const handle: JobHandler<JobDataByName[Name]> = handlers[name]
  return { name: definition.name, run: async (data, attempt) => await handle(definition.schema.parse(data), attempt) }
}

/** Pairs every definition with its handler. @throws Error naming the definitions without one. */
const pairHandlers = (handlers: JobHandlers): RunnableJob[] => {
  const names = Object.keys(definitions) as (keyof JobDataByName)[]
  const missing = names.filter((name) => typeof handlers[name] !== 'function')
  if (missing.length > 0) throw new Error(`These jobs have no handler: ${missing.join(', ')}.`)
  return names.map((name) => pairHandler(name, handlers))
}

/** Runs one job and turns its end into what the queue stores. */
const runJob = async (
  job: JobWithMetadata,
  run: RunnableJob['run'],
  { judgeFailure, tracer }: WorkerOptions,
): Promise<JobResult> => {
  if (tracer === undefined) return await tryJob(job, run, judgeFailure)
  return await traceJob(tracer, job, async () => await tryJob(job, run, judgeFailure))
}

const tryJob = async (
  job: JobWithMetadata,
  run: RunnableJob['run'],
  judgeFailure: WorkerOptions['judgeFailure'],
): Promise<JobResult> => {
  const attempt = toAttempt(job)
  try {
    await run(job.data, attempt)
    return { id: job.id, status: 'completed' }
  } catch (error) {
    const { action, reason } = judgeFailure(error, { name: job.name, attempt })
    return { id: job.id, status: action === 'give_up' ? 'deadletter' : 'failed', output: { reason } }
  }
}

/**
 * The working side of the queue. A job that is there now starts at once (LISTEN/NOTIFY, with a poll
 * every second or two behind it); a killed worker's job comes back after its heartbeat or its time has
 * run out, whichever is first.
 *
 * @throws Error when a definition has no handler or `migrateJobs` has not been run.
 */
export const startWorkers = async (options: WorkerOptions): Promise<WorkersHandle> => {
  const pairs = pairHandlers(options.handlers)
  const superviseSeconds = options.superviseSeconds ?? 10
  const concurrency = options.concurrency ?? 4
  const boss = new PgBoss({
    connectionString: options.url,
    schema: queueSchema,
    max: 4,
    connectionTimeoutMillis: 10_000,
    options: queueTimeouts,
    migrate: false,
    createSchema: false,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    instanceName: 'afterword-worker',
    openTelemetry: ownTelemetry,
  })
  boss.on('error', options.onError)
  await boss.start()
  for (const { name, run } of pairs) {
    const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 }
    const fetching = {
      localConcurrency: concurrency,
      batchSize: 1,
      includeMetadata: true,
      perJobResults: true,
    } as const
    await boss.work(
      name,
      { ...polling, ...fetching },
      async (jobs: JobWithMetadata[]) => await Promise.all(jobs.map(async (job) => await runJob(job, run, options))),
    )
  }
  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: (options.stopSeconds ?? 8) * 1_000 })
    },
  }
}
