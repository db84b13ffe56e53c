import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import { describeError } from './describe-error.ts'

export { describeError } from './describe-error.ts'
export { withoutAddresses } from './without-addresses.ts'
export type { Logger } from 'pino'

/**
 * Codes of mailed links never reach a log: they open a customer's review page or let somebody in. A
 * page may stand in another's `?next=`, its slashes escaped.
 */
const codeInPath =
  /((?:\/|%2F)(?:write(?:\/|%2F)[a-z]+|unsubscribe|invite|reset-password|sign-in(?:\/|%2F)link)(?:\/|%2F))[A-Za-z0-9_%-]{32,}/gi

/** Codes of an older system open nothing; they are left out all the same. */
const oldCodeInPath = /((?:\/|%2F)write(?:\/|%2F)detail(?:\/|%2F))[\da-f]{8}(?![\w-])/gi

/** An address with link codes taken out. */
export const redactUrl = (url: string): string => url.replace(codeInPath, '$1[code]').replace(oldCodeInPath, '$1[code]')

interface LoggerSettings {
  readonly name: string
  readonly level?: string
  readonly destination?: DestinationStream
  readonly idsOf?: (() => Record<string, string>) | undefined
}

/**
 * JSON lines on standard output; secrets and personal data are removed by name.
 *
 * @param options.name   Which process writes.
 * @param options.level  Lowest level written; `info` unless said.
 * @param options.destination  Where to, instead of standard output.
 * @param options.idsOf  What each line says besides, asked as it is written, e.g. the ids of a trace.
 */
export const createLogger = (options: LoggerSettings): Logger => {
  const settings: LoggerOptions = {
    name: options.name,
    level: options.level ?? 'info',
    serializers: { err: describeError },
    ...(options.idsOf === undefined ? {} : { mixin: options.idsOf }),
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
