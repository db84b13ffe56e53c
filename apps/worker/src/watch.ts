import type { Logger } from '@afterword/logger'
import { markWork } from '@afterword/services/insight/attempt/mark-process'
import { dropAttemptPartitions, makeAttemptPartitions } from '@afterword/services/insight/attempt/keep-partitions'
import type { ServiceDeps } from '@afterword/services/kernel/context'
import { joinAttempts } from '@afterword/services/insight/incident/join-attempts'
import { rejoinLate } from '@afterword/services/insight/incident/rejoin-late'
import { queueAlerts } from '@afterword/services/insight/alert/queue-alerts'
import { settleOutcomes } from '@afterword/services/insight/outcome/settle-outcomes'
import { deleteOldReports } from '@afterword/services/insight/attempt/delete-old-reports'
import { repeat } from './repeat.ts'

const intervalMs = 30_000

interface WatchOptions {
  readonly retentionDays: number
  readonly hasWebhook: boolean
}

/**
 * Joins, twice a minute, what browsers reported with what the server saw, and tells the operator what is
 * new. Once a day it also judges again what came late, makes the days of the log ahead and drops the old ones.
 *
 * @returns Stops it, after a run that has begun.
 */
export const startWatch = (deps: ServiceDeps, logger: Logger, options: WatchOptions): (() => Promise<void>) => {
  let cleanedOn = ''
  const clean = async (now: Date): Promise<void> => {
    const day = now.toISOString().slice(0, 10)
    if (day === cleanedOn) return
    await markWork(deps.db, 'daily clean-up', async () => {
      await makeAttemptPartitions(deps.db, now)
      await dropAttemptPartitions(deps.db, now, options.retentionDays)
      await deleteOldReports(deps.db, options.retentionDays)
      const late = await rejoinLate(deps.db, now)
      if (late > 0) logger.info({ late }, 'reports whose server side came late are judged anew')
    })
    cleanedOn = day
  }
  return repeat({
    intervalMs,
    async work() {
      const now = deps.now()
      await clean(now)
      const joined = await joinAttempts(deps.db, now)
      await settleOutcomes(deps.db, now)
      await queueAlerts(deps, options)
      if (joined.reports + joined.serverOnly > 0) logger.info(joined, 'failed attempts were judged')
    },
    onError: (error) => logger.error({ err: error }, 'joining attempts failed'),
  })
}
