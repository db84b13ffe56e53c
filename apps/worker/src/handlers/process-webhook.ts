import type { JobHandlers } from '@afterword/jobs/work'
import { processDelivery } from '@afterword/services/platform/webhook/process-delivery'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

export const handleProcessWebhook =
  (deps: HandlerDeps): JobHandlers['processWebhook'] =>
  async (data, attempt) => {
    const result = await processDelivery({ ctx: toJobContext(deps, attempt), input: data })
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome: result?.outcome ?? 'nothing_to_do' }, 'webhook applied')
  }
