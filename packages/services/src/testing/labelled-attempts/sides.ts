import type { Verdict } from '@afterword/validation/incident/rules'
import type { ClientSide, JudgedAttempt, ServerSide } from '../../insight/judgement/judgement.ts'
import type { Random } from './random.ts'

/**
 * Something that happens to calls: what really happened, the verdict an engineer with both logs before them would
 * accept, and one try it happened to.
 */
export type Cause = readonly [name: string, truth: Verdict, make: (random: Random) => JudgedAttempt]

/** How the three browsers word a failed fetch. */
const failedFetch = (random: Random) =>
  random.pick(
    { errorName: 'TypeError', errorMessage: 'Failed to fetch' },
    { errorName: 'TypeError', errorMessage: 'Load failed' },
    { errorName: 'TypeError', errorMessage: 'NetworkError when attempting to fetch resource.' },
  )

/** What a browser saw whose fetch failed. */
export const seen = (random: Random, change: Partial<ClientSide>): ClientSide => ({
  kind: 'attempt',
  durationMs: random.between(400, 4_000),
  ...failedFetch(random),
  stack: null,
  httpStatus: null,
  isOnline: true,
  presence: 'stayed',
  requestStarted: random.chance(0.5) ? null : true,
  originAnswered: true,
  addressAnswered: true,
  isForbidden: false,
  ...change,
})

/** What the server saw of a call that it finished. */
export const done = (random: Random, change: Partial<ServerSide> = {}): ServerSide => {
  const committedMs = random.between(4, 40)
  return {
    committedMs,
    finishedMs: committedMs + random.between(1, 15),
    closedMs: null,
    httpStatus: 200,
    code: null,
    ...change,
  }
}

/** Received soon after the start, which seems later than it was by what the report took to arrive. */
const logged = { isServerLogComplete: true, receivedAfterMs: -150, wasStoredMeanwhile: false }
/** Both sides of one try. */
export const whole = (client: ClientSide | null, server: ServerSide | null, change: Partial<JudgedAttempt> = {}) => ({
  client,
  server,
  ...logged,
  ...change,
})
/** What a browser says when it waited for too long. */
export const timeout = { errorName: 'TimeoutError', errorMessage: 'signal timed out' }
