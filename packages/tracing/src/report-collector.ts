import type { Logger } from '@afterword/logger'
import type { CollectorChange } from './tracing.ts'

/** Writes one line when the collector goes away, and one when it is back. */
export const reportCollector =
  (logger: Logger) =>
  ({ isReachable, error }: CollectorChange): void => {
    if (isReachable) logger.info('spans are taken again')
    else logger.warn({ err: error }, 'spans are not taken')
  }
