import type { JobPolicy } from './define-job.ts'
import { longestMailSeconds } from './longest-mail.ts'

/** For what people are told of without having asked: it may be hours late, and must not be lost. */
export const noticePolicy: JobPolicy = {
  retryLimit: 8,
  retryDelaySeconds: 15,
  retryDelayMaxSeconds: 3600,
  expireInSeconds: longestMailSeconds,
}
