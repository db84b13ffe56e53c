import type { JobHandlers } from '@afterword/jobs/work'
import { answerDeadLink } from '@afterword/services/asking/link/answer-dead-link'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

export const handleAnswerDeadLink =
  (deps: HandlerDeps): JobHandlers['answerDeadLink'] =>
  async (input, attempt) => {
    const owners = await answerDeadLink({ ctx: toJobContext(deps, attempt), input })
    deps.logger.info({ jobId: attempt.jobId, kind: input.link?.kind ?? 'none', owners }, 'dead link')
  }
