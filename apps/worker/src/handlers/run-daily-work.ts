import type { JobHandlers } from '@afterword/jobs/work'
import { runDailyWork } from '@afterword/services/operations/daily/run-daily-work'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

export const handleRunDailyWork =
  (deps: HandlerDeps): JobHandlers['runDailyWork'] =>
  async (data, attempt) => {
    const input = { ...data, isLastTry: attempt.isLast }
    const counts = await runDailyWork({ ctx: toJobContext(deps, attempt), input, signal: attempt.signal })
    deps.logger.info({ jobId: attempt.jobId, ...data, ...(counts ?? { outcome: 'nothing_to_do' }) }, 'daily work')
  }
