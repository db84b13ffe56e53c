import { say } from '@afterword/language/text'
import { operatorAttemptsTexts } from '@afterword/language/texts/operator-attempts/texts'
import type { Verdict } from '@afterword/validation/incident/rules'
import type { IncidentAttempt } from './incident-types.ts'
import { formatMs } from '#ui/plot/plot-scale.ts'

const { marks: texts } = operatorAttemptsTexts

export interface Mark {
  readonly ms: number
  readonly name: string
  /** `plain`: nothing went right or wrong yet. */
  readonly tone: 'good' | 'bad' | 'plain'
}

/** Errors of a page, and visits: nothing was called. */
const withoutCall: ReadonlySet<Verdict> = new Set(['mail_scanner', 'browser_noise'])
/** The browser kept the call to itself. */
const unsent: ReadonlySet<Verdict> = new Set(['blocked_by_client', 'offline'])
/** An answer came, so the call had been sent, though we may have no record of it. */
const answered: ReadonlySet<Verdict> = new Set(['server_error', 'rejected'])

/** What the browser saw. A call is named sent only when the server's record or an answer shows that it was. */
export const browserMarks = ({ client, server, verdict }: IncidentAttempt): readonly Mark[] => {
  if (client === null) return []
  const end = { ms: client.durationMs, tone: 'bad' } as const
  if (withoutCall.has(verdict)) return [{ ...end, name: client.errorName }]
  if (server !== null || answered.has(verdict))
    return [
      { ms: 0, name: texts.sent, tone: 'good' },
      { ...end, name: client.errorName },
    ]
  if (unsent.has(verdict)) return [{ ...end, name: say(texts.notSent, { error: client.errorName }) }]
  return [
    { ms: 0, name: texts.started, tone: 'plain' },
    { ...end, name: client.errorName },
  ]
}

const finishedName = (httpStatus: number | null): string =>
  httpStatus === null ? texts.finished : say(texts.finishedWith, { status: httpStatus })

/** What the server recorded. */
export const serverMarks = ({ server }: IncidentAttempt): readonly Mark[] => {
  if (server === null) return []
  const { receivedMs, committedMs, finishedMs, closedMs, httpStatus } = server
  const hasFailed = httpStatus !== null && httpStatus >= 400
  const marks: Mark[] = [{ ms: receivedMs, name: texts.received, tone: 'good' }]
  if (committedMs !== null) marks.push({ ms: committedMs, name: texts.committed, tone: 'good' })
  if (finishedMs !== null)
    marks.push({ ms: finishedMs, name: finishedName(httpStatus), tone: hasFailed ? 'bad' : 'good' })
  if (closedMs !== null) marks.push({ ms: closedMs, name: texts.closed, tone: 'bad' })
  return marks
}

/** The marks in words: `sent at 0 ms · TypeError at 2.1 s`; null when there are none. */
export const marksInWords = (marks: readonly Mark[]): string | null =>
  marks.length === 0
    ? null
    : marks.map(({ name, ms }) => say(texts.at, { mark: name, time: formatMs(Math.max(0, ms)) })).join(' · ')
