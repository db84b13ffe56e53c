/** Why a call failed between a browser and us; each is named only with its evidence. */
export const verdicts = [
  'lost_response',
  'never_arrived',
  'aborted_by_visitor',
  'blocked_by_client',
  'offline',
  'timed_out',
  'server_error',
  'rejected',
  'mail_scanner',
  'browser_noise',
  'unknown',
] as const
export type Verdict = (typeof verdicts)[number]

/** What the figures of outcomes count: a review's item, however often it was tried, else each call. */
export const outcomeUnitOf = (procedure: string): 'item' | 'call' =>
  procedure === 'customer.review.submit' ? 'item' : 'call'

/** How a visitor's work ended, as their browser tells it. */
export const settledOutcomes = ['gave_up', 'recovered_by_retry', 'recovered_later'] as const

/** No outcome yet: it may still come, it cannot be known, or there was no work that could have one. */
const unsettledOutcomes = ['not_yet', 'unknown', 'none'] as const

/** What is kept with an attempt: `open` until its outcome is told. */
export const storedOutcomes = [...settledOutcomes, 'open'] as const

/** What became of an attempt, as people see it. */
export const shownOutcomes = [...settledOutcomes, ...unsettledOutcomes] as const
export type ShownOutcome = (typeof shownOutcomes)[number]

/** What became of all a customer tried at one item; the one that says most comes first. */
export const hitOutcomes = ['gave_up', 'recovered', ...unsettledOutcomes] as const
export type HitOutcome = (typeof hitOutcomes)[number]

export const incidentStates = ['open', 'muted', 'resolved'] as const
export type IncidentState = (typeof incidentStates)[number]

/** Why an operator is told of an incident. */
export const alertReasons = ['new', 'grows', 'gave_up'] as const
export type AlertReason = (typeof alertReasons)[number]

/**
 * Whether the person stayed with a call that failed, from its start until a second after it failed: `left` when the
 * page ended with it, `leaving` when somebody had begun to leave or left soon after, so that leaving may have ended it,
 * `hidden` while another tab or program was in front, `asleep` when the device slept meanwhile.
 */
export const presences = ['stayed', 'left', 'leaving', 'hidden', 'asleep'] as const
export type Presence = (typeof presences)[number]

/** So long after its start the outcome of a visitor's work can still come; then it counts as given up. */
export const settlingHours = 24

/** An incident's plot shows the same minutes so much earlier: a week, because days of a week are alike. */
export const comparedMs = 7 * 24 * 3_600_000

/** What a browser's or a log's word of a call may hold at most; more is refused or cut. */
export const reportLimits = {
  /** A day: a longer call or a larger age was measured by a clock that jumped. */
  durationMs: 86_400_000,
  /** Reports of one call. */
  perCall: 50,
  textLength: 300,
  stackLength: 4_000,
} as const
