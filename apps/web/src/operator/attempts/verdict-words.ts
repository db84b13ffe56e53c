import type { incidentStates, HitOutcome, ShownOutcome, Verdict } from '@afterword/validation/incident/rules'
import type { BadgeTone } from '#ui/badge.tsx'

/** What a verdict is called and what it says, in the words of an engineer to a colleague. */
export const verdictWords: Readonly<Record<Verdict, { readonly name: string; readonly meaning: string }>> = {
  lost_response: {
    name: 'Response lost',
    meaning: 'The server completed the request, but its answer never reached the browser.',
  },
  never_arrived: { name: 'Never arrived', meaning: 'The server has no record of the request.' },
  aborted_by_visitor: {
    name: 'Visitor left',
    meaning: 'The visitor closed or left the page before the answer arrived.',
  },
  blocked_by_client: { name: 'Blocked in the browser', meaning: 'The browser or an extension blocked the request.' },
  offline: { name: 'Offline', meaning: 'The device had no connection.' },
  timed_out: { name: 'Timed out', meaning: 'No answer came within the time the page waits.' },
  server_error: { name: 'Server error', meaning: 'The server answered that it failed.' },
  rejected: { name: 'Rejected', meaning: 'The server refused the request because of its contents.' },
  mail_scanner: { name: 'Mail scanner', meaning: 'An email security program opened the page, not a person.' },
  browser_noise: {
    name: 'Browser noise',
    meaning: 'An error in the browser or an extension, unrelated to our requests.',
  },
  unknown: { name: 'Unknown', meaning: 'There isn’t enough evidence to tell why.' },
}

/** Null where there was no work that could have an outcome. `Open` is the state of an incident only. */
export const outcomeWords: Readonly<
  Record<ShownOutcome | HitOutcome, { readonly name: string; readonly tone: BadgeTone } | null>
> = {
  recovered: { name: 'Recovered', tone: 'good' },
  recovered_by_retry: { name: 'Recovered by retry', tone: 'good' },
  recovered_later: { name: 'Recovered later', tone: 'good' },
  gave_up: { name: 'Gave up', tone: 'bad' },
  not_yet: { name: 'Not recovered yet', tone: 'waiting' },
  unknown: { name: 'Outcome unknown', tone: 'neutral' },
  none: null,
}

type IncidentState = (typeof incidentStates)[number]

export const stateWords: Readonly<Record<IncidentState, { readonly name: string; readonly tone: BadgeTone }>> = {
  open: { name: 'Open', tone: 'bad' },
  muted: { name: 'Muted', tone: 'neutral' },
  resolved: { name: 'Resolved', tone: 'good' },
}

/** `3 attempts`, `1 attempt`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
