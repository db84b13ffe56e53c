import type { Logger } from '@afterword/logger'
import type { ServiceDeps } from '@afterword/services/kernel/context'
import { deleteEnded } from '@afterword/services/operations/sweep/delete-ended'
import { queueNotices } from '@afterword/services/operations/sweep/queue-notices'
import { requeueOverdue } from '@afterword/services/operations/sweep/requeue-overdue'
import { repeat } from './repeat.ts'

const intervalMs = 60_000

/**
 * Looks once a minute for due work whose job was lost and for notices to send, and clears away what has ended.
 *
 * @returns Stops it, after a run that has begun.
 */
export const startSweep = (deps: Pick<ServiceDeps, 'db' | 'jobs'>, logger: Logger): (() => Promise<void>) =>
  repeat({
    intervalMs,
    async work() {
      const found = await requeueOverdue(deps)
      await queueNotices(deps)
      await deleteEnded(deps.db)
      if (found.requests + found.deliveries > 0) logger.warn(found, 'overdue work was put back')
    },
    onError: (error) => logger.error({ err: error }, 'the sweep failed'),
  })
