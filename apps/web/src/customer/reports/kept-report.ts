import { reportLimits } from '@afterword/validation/incident/rules'
import type { ClientAttempt, ClientReport } from '@afterword/validation/incident/client-report'
import { isRecord } from '#browser/is-record.ts'

/** A failed try as it waits on the device: its time is absolute until it is sent. */
export type KeptAttempt = Omit<ClientAttempt, 'startedMsAgo'> & {
  /** Milliseconds since 1970, by the page's monotonic clock. */
  readonly startedAt: number
}
export type KeptReport = KeptAttempt | Exclude<ClientReport, ClientAttempt>

const isText = (value: unknown): boolean => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'
const isFlagOrNull = (value: unknown): boolean => value === null || typeof value === 'boolean'
/** Not there at all in what an earlier release kept. */
const isMaybe =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || check(value)
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)

const fieldsOf: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  attempt: {
    attemptId: isText,
    submissionId: isTextOrNull,
    procedure: isText,
    lineItemId: isTextOrNull,
    startedAt: isNumber,
    durationMs: isNumber,
    errorName: isText,
    errorMessage: isText,
    httpStatus: (value) => value === null || isNumber(value),
    isOnline: (value) => typeof value === 'boolean',
    wasHidden: (value) => typeof value === 'boolean',
    wasLeaving: (value) => typeof value === 'boolean',
    requestStarted: isFlagOrNull,
    presence: isMaybe(isTextOrNull),
    originAnswered: isMaybe(isFlagOrNull),
    addressAnswered: isMaybe(isFlagOrNull),
    isForbidden: isMaybe((value) => typeof value === 'boolean'),
    release: isTextOrNull,
  },
  outcome: { submissionId: isText, outcome: isText },
  error: { message: isText, stack: isTextOrNull, path: isText, release: isTextOrNull },
}

/** Checked by hand: a schema library would weigh more than the page around it. */
export const isKeptReport = (value: unknown): value is KeptReport => {
  if (!isRecord(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(fieldsOf, value['kind'])) return false
  return Object.entries(fieldsOf[value['kind']] ?? {}).every(([name, check]) => check(value[name]))
}

/** How long a page takes at most to complete a report: the second look waits for answers. */
const longestSettlingMs = 15_000

/** Whether a page, of this tab or of another, is still about to complete this report. */
export const isSettling = (report: KeptReport, now: number): boolean =>
  report.kind === 'attempt' &&
  report.presence === null &&
  now < report.startedAt + report.durationMs + longestSettlingMs

/** The report as `POST /api/reports` takes it. @param now  Milliseconds since 1970, by the page's monotonic clock */
export const toClientReport = (report: KeptReport, now: number): ClientReport => {
  if (report.kind !== 'attempt') return report
  const { startedAt, ...attempt } = report
  const startedMsAgo = Math.round(Math.min(Math.max(now - startedAt, 0), reportLimits.durationMs))
  return { ...attempt, durationMs: Math.round(Math.min(attempt.durationMs, reportLimits.durationMs)), startedMsAgo }
}
