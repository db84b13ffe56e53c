import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import { describeError } from './describe-error.ts'

export { describeError } from './describe-error.ts'
export type { Logger } from 'pino'

/** Link codes never reach a log: they open a customer's review page. */
const codeInPath =
  /(\/write\/[a-z]+\/|\/unsubscribe\/|\/sign-in\/link\/|\/reset-password\/|\/invite\/)[A-Za-z0-9_%-]{32,}/g

/** An address with link codes taken out. */
export const redactUrl = (url: string): string => url.replace(codeInPath, '$1[code]')

/**
 * JSON lines on standard output; secrets and personal data are removed by name.
 *
 * @param options.name   Which process writes.
 * @param options.level  Lowest level written; `info` unless said.
 * @param options.destination  Where to, instead of standard output.
 */
export const createLogger = (options: { name: string; level?: string; destination?: DestinationStream }): Logger => {
  const settings: LoggerOptions = {
    name: options.name,
    level: options.level ?? 'info',
    serializers: { err: describeError },
    redact: {
      paths: [
        'req.headers.authorization',
        'req.headers.cookie',
        'res.headers["set-cookie"]',
        '*.password',
        '*.accessToken',
        '*.refreshToken',
        '*.email',
        '*.code',
        '*.params',
      ],
      censor: '[redacted]',
    },
  }
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination)
}
