import type { JobHandlers } from '@afterword/jobs/work'
import { sendUninstallNotice } from '@afterword/services/shop/send-uninstall-notice'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

export const handleSendUninstallNotice =
  (deps: HandlerDeps): JobHandlers['sendUninstallNotice'] =>
  async (data, attempt) => {
    const outcome = await sendUninstallNotice({ ctx: toJobContext(deps, attempt), input: data, mailer: deps.mailer })
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome }, 'uninstall notice')
  }
