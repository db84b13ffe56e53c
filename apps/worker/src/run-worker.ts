import { createKeyring } from '@afterword/auth/keyring'
import { openDatabase } from '@afterword/db/connection/client'
import { startWorkers } from '@afterword/jobs/work'
import { describeError, type Logger } from '@afterword/logger'
import { openJobQueue } from '@afterword/services/kernel/job-queue'
import { activeTraceparent } from '@afterword/tracing/active-span'
import { reportCollector } from '@afterword/tracing/report-collector'
import { startTracing } from '@afterword/tracing/start-tracing'
import { startDaily } from './daily.ts'
import type { WorkerEnv } from './env.ts'
import { createErrorPolicy } from './error-policy.ts'
import { createMailer } from './mail/transport.ts'
import { registerHandlers } from './register.ts'
import { startSweep } from './sweep.ts'
import { startWatch } from './watch.ts'

export interface RunningWorker {
  /** Finishes or hands back the running jobs, then closes every connection. */
  readonly stop: () => Promise<void>
}

/** Starts a worker on a database that has been migrated (`migrateDatabase`, `migrateJobs`). */
export const runWorker = async (env: WorkerEnv, logger: Logger): Promise<RunningWorker> => {
  const tracing = await startTracing(env.tracing, {
    serviceName: 'afterword-worker',
    release: env.release,
    onChange: reportCollector(logger),
  })
  const tracer = tracing?.tracer
  const database = openDatabase({ url: env.databaseUrl, applicationName: 'afterword-worker', tracer })
  const onError = (error: Error): void => logger.error({ error: describeError(error) }, 'job queue')
  const queue = openJobQueue(database.db, onError, tracing === null ? undefined : activeTraceparent)
  await queue.start()
  const services = {
    db: database.db,
    jobs: queue.jobs,
    keyring: createKeyring(env.secret),
    publicUrl: env.publicUrl,
    now: () => new Date(),
  }
  const mailer = createMailer({ smtpUrl: env.smtpUrl, fromAddress: env.mailFrom })
  const workers = await startWorkers({
    url: env.databaseUrl,
    handlers: registerHandlers({
      services,
      mailer,
      logger,
      claimSeconds: env.claimSeconds,
      alertWebhookUrl: env.alertWebhookUrl,
    }),
    judgeFailure: createErrorPolicy(logger),
    onError,
    superviseSeconds: env.superviseSeconds,
    tracer,
  })
  const stopSweep = startSweep(services, logger)
  const stopDaily = startDaily(services, logger)
  const stopWatch = startWatch(services, logger, {
    retentionDays: env.retentionDays,
    hasWebhook: env.alertWebhookUrl !== null,
  })
  return {
    async stop() {
      await stopSweep()
      await stopDaily()
      await stopWatch()
      await workers.stop()
      await queue.stop()
      await database.close()
      await tracing?.stop()
    },
  }
}
