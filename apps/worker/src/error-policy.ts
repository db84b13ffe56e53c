import { DomainError, type ErrorKind } from '@afterword/errors'
import type { FailureVerdict, JobAttempt } from '@afterword/jobs/work'
import type { Logger } from '@afterword/logger'
import { ZodError } from 'zod'
import { describeError } from '@afterword/logger'

/** Whether a job that failed this way may work when it is tried again. */
const actionByKind = {
  invalid: 'give_up',
  unauthenticated: 'give_up',
  forbidden: 'give_up',
  not_found: 'give_up',
  too_large: 'give_up',
  unprocessable: 'give_up',
  conflict: 'retry',
  too_many: 'retry',
  unavailable: 'retry',
  internal: 'retry',
} as const satisfies Record<ErrorKind, FailureVerdict['action']>

const judge = (error: unknown): FailureVerdict => {
  if (error instanceof DomainError) return { action: actionByKind[error.kind], reason: error.code }
  if (error instanceof ZodError) return { action: 'give_up', reason: 'job_data.invalid' }
  return { action: 'retry', reason: 'internal' }
}

/** What a failed job's error means. The error itself goes to the log; only its code stays with the job. */
export const createErrorPolicy =
  (logger: Logger) =>
  (error: unknown, { name, attempt }: { name: string; attempt: JobAttempt }): FailureVerdict => {
    const verdict = judge(error)
    const isFinal = verdict.action === 'give_up' || attempt.isLast
    const facts = { job: name, jobId: attempt.jobId, attempt: attempt.number, ...verdict, error: describeError(error) }
    if (isFinal) logger.error(facts, 'job given up')
    else logger.warn(facts, 'job will be tried again')
    return verdict
  }
