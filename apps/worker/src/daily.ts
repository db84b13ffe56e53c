import type { Logger } from '@afterword/logger'
import type { ServiceDeps } from '@afterword/services/kernel/context'
import { queueDailyRuns } from '@afterword/services/operations/daily/queue-daily-runs'
import { requeueLostRuns } from '@afterword/services/operations/daily/requeue-lost-runs'
import { repeat } from './repeat.ts'

const intervalMs = 60_000

/**
 * Looks once a minute which shops' slots have come, queues their daily work, and puts back what was lost.
 *
 * @returns Stops it, after a run that has begun.
 */
export const startDaily = (deps: ServiceDeps, logger: Logger): (() => Promise<void>) =>
  repeat({
    intervalMs,
    async work() {
      const queued = await queueDailyRuns(deps)
      const lost = await requeueLostRuns(deps)
      if (queued > 0) logger.info({ queued }, 'daily work was queued')
      if (lost > 0) logger.warn({ lost }, 'daily work was put back')
    },
    onError: (error) => logger.error({ err: error }, 'queueing daily work failed'),
  })
