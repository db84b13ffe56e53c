import type { Verdict } from '@afterword/validation/incident/rules'
import type { ClientSide, JudgedAttempt, ServerSide } from '../insight/judgement/judgement.ts'

/** What really happened, which only the generator knows. */
export interface LabelledAttempt {
  readonly cause: string
  /** The verdict an engineer with both logs before them would accept. */
  readonly truth: Verdict
  readonly attempt: JudgedAttempt
}

/** mulberry32: the same attempts for the same seed. */
const createRandom = (seed: number) => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + next() * (high - low)
  const pick = <Item>(...items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(next() * items.length)] ?? items[0]
  return { next, between, pick, chance: (share: number) => next() < share }
}
type Random = ReturnType<typeof createRandom>

/** How the three browsers word a failed fetch. */
const failedFetch = (random: Random) =>
  random.pick(
    { errorName: 'TypeError', errorMessage: 'Failed to fetch' },
    { errorName: 'TypeError', errorMessage: 'Load failed' },
    { errorName: 'TypeError', errorMessage: 'NetworkError when attempting to fetch resource.' },
  )

const seen = (random: Random, change: Partial<ClientSide>): ClientSide => ({
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

const done = (random: Random, change: Partial<ServerSide> = {}): ServerSide => {
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
const whole = (client: ClientSide | null, server: ServerSide | null, change: Partial<JudgedAttempt> = {}) => ({
  client,
  server,
  ...logged,
  ...change,
})
const timeout = { errorName: 'TimeoutError', errorMessage: 'signal timed out' }

type Cause = readonly [name: string, truth: Verdict, make: (random: Random) => JudgedAttempt]

const causes: readonly Cause[] = [
  ['the answer was lost on the way', 'lost_response', (r) => whole(seen(r, {}), done(r), { wasStoredMeanwhile: true })],
  ['a read’s answer was lost', 'lost_response', (r) => whole(seen(r, {}), done(r, { committedMs: null }))],
  [
    'the connection was reset while answering',
    'lost_response',
    (r) => whole(seen(r, {}), done(r, { finishedMs: null, closedMs: r.between(45, 90), httpStatus: null })),
  ],
  // To the page both are the same, whatever else is answered at once.
  [
    'the answer went into a black hole, or came in so slowly that the page gave up',
    'unknown',
    (r) =>
      whole(
        seen(r, { ...timeout, durationMs: r.between(14_990, 15_200), httpStatus: r.pick(null, 200) }),
        done(r, { closedMs: r.pick(null, 15_010) }),
      ),
  ],
  [
    'an answer came in slowly from a process that was then killed',
    'unknown',
    (r) =>
      whole(seen(r, { ...timeout, durationMs: 15_010 }), null, {
        isServerLogComplete: false,
        wasStoredMeanwhile: true,
      }),
  ],
  [
    'the request was held up until the page had given up',
    'timed_out',
    (r) =>
      whole(seen(r, { ...timeout, durationMs: 15_000 }), done(r), {
        receivedAfterMs: 15_000 + r.between(1_200, 60_000),
      }),
  ],
  [
    'the request was held up until its connection had failed in the browser',
    'unknown',
    (r) => whole(seen(r, { durationMs: 900 }), done(r), { receivedAfterMs: 900 + r.between(1_200, 60_000) }),
  ],
  [
    'the answer was lost, the request had taken its time',
    'lost_response',
    (r) => whole(seen(r, { durationMs: 4_000 }), done(r), { receivedAfterMs: r.between(-2_000, 3_500) }),
  ],
  [
    'the answer was cut in its body',
    'lost_response',
    (r) =>
      whole(
        seen(r, { errorName: 'SyntaxError', errorMessage: 'Unexpected end of JSON input', httpStatus: 200 }),
        done(r),
      ),
  ],
  // Its own network went, and the server did its part: which of the two a person would name is no certainty.
  ['the phone lost its network after sending', 'unknown', (r) => whole(seen(r, { isOnline: false }), done(r))],
  [
    'somebody was about to leave, or looked elsewhere, when the answer did not come',
    'unknown',
    (r) => whole(seen(r, { presence: r.pick('leaving', 'hidden', 'asleep', null) }), done(r)),
  ],
  [
    'the answer came too slowly over a slow connection',
    'unknown',
    (r) => whole(seen(r, { ...timeout, durationMs: 15_010, originAnswered: r.pick(false, null) }), done(r)),
  ],
  [
    'an alert stood open past the time limit, and the answer waited behind it',
    'unknown',
    (r) => whole(seen(r, { ...timeout, durationMs: r.between(17_000, 90_000) }), done(r)),
  ],
  [
    'answers of this address alone are dropped',
    'lost_response',
    (r) => whole(seen(r, { addressAnswered: false }), done(r)),
  ],
  [
    'the process was killed after the commit',
    'lost_response',
    (r) => whole(seen(r, {}), null, { isServerLogComplete: false, wasStoredMeanwhile: true }),
  ],
  [
    'a restart refused it, a later try stored the review',
    'unknown',
    (r) => whole(seen(r, {}), null, { isServerLogComplete: false }),
  ],
  [
    'a gateway answered 502 after we had answered',
    'lost_response',
    (r) => whole(seen(r, { errorName: 'SyntaxError', errorMessage: 'Unexpected token <', httpStatus: 502 }), done(r)),
  ],
  [
    'the process was killed before the commit',
    'unknown',
    (r) => whole(seen(r, {}), null, { isServerLogComplete: false }),
  ],
  [
    'the connection was refused',
    'never_arrived',
    (r) =>
      whole(
        seen(r, {
          durationMs: r.between(1, 400),
          requestStarted: false,
          originAnswered: false,
          addressAnswered: false,
        }),
        null,
      ),
  ],
  [
    'a connection broke once before the request was through',
    'unknown',
    (r) => whole(seen(r, { durationMs: r.between(1, 400) }), null),
  ],
  [
    'a review that no try is known to have brought',
    'unknown',
    (r) => whole(seen(r, { originAnswered: false }), null, { wasStoredMeanwhile: true }),
  ],
  [
    'the request went into a black hole',
    'never_arrived',
    (r) => whole(seen(r, { ...timeout, durationMs: r.between(14_990, 15_200) }), null),
  ],
  [
    'a captive portal answered',
    'never_arrived',
    (r) => whole(seen(r, { errorName: 'SyntaxError', errorMessage: 'Unexpected token <', httpStatus: 200 }), null),
  ],
  [
    'the visitor closed the tab, the server had finished',
    'aborted_by_visitor',
    (r) => whole(seen(r, { presence: 'left' }), done(r)),
  ],
  [
    'the visitor closed the tab before it was sent',
    'aborted_by_visitor',
    (r) => whole(seen(r, { presence: 'left', durationMs: r.between(5, 300) }), null),
  ],
  [
    'the page called it off',
    'aborted_by_visitor',
    (r) =>
      whole(
        seen(r, { errorName: 'AbortError', errorMessage: 'The operation was aborted.' }),
        r.chance(0.5) ? null : done(r, { finishedMs: null, committedMs: null, closedMs: 30, httpStatus: null }),
      ),
  ],
  [
    'an ad blocker',
    'blocked_by_client',
    (r) => whole(seen(r, { durationMs: r.between(0.2, 400), requestStarted: false, addressAnswered: false }), null),
  ],
  [
    'the page’s own content policy',
    'blocked_by_client',
    (r) => whole(seen(r, { durationMs: r.between(0.2, 23), isForbidden: true, addressAnswered: false }), null),
  ],
  [
    'no network at all',
    'offline',
    (r) =>
      whole(
        seen(r, { isOnline: false, durationMs: r.between(1, 40), requestStarted: r.chance(0.5) ? false : null }),
        null,
      ),
  ],
  [
    'the server was too slow',
    'timed_out',
    (r) => {
      const durationMs = r.between(14_990, 15_200)
      return whole(
        seen(r, { ...timeout, durationMs }),
        done(r, { finishedMs: durationMs + r.between(100, 4_000), committedMs: null }),
      )
    },
  ],
  [
    'the server hung',
    'timed_out',
    (r) =>
      whole(
        seen(r, { ...timeout, durationMs: r.between(14_990, 15_200) }),
        done(r, { finishedMs: null, committedMs: null, closedMs: 15_010, httpStatus: null }),
      ),
  ],
  [
    'the server failed',
    'server_error',
    (r) =>
      whole(
        r.chance(0.3) ? null : seen(r, { httpStatus: 500 }),
        done(r, { httpStatus: r.pick(500, 503), committedMs: null, code: r.pick('internal', 'unavailable') }),
      ),
  ],
  [
    'a gateway failed before us',
    'server_error',
    (r) =>
      whole(
        seen(r, { errorName: 'SyntaxError', errorMessage: 'Unexpected token <', httpStatus: r.pick(502, 504) }),
        null,
      ),
  ],
  [
    'the server refused it',
    'rejected',
    (r) =>
      whole(
        seen(r, { httpStatus: 422 }),
        done(r, { httpStatus: r.pick(400, 404, 409, 413, 422, 429), committedMs: null, code: 'review.body_required' }),
      ),
  ],
  [
    'a proxy refused its size',
    'rejected',
    (r) => whole(seen(r, { errorName: 'SyntaxError', errorMessage: 'Unexpected token <', httpStatus: 413 }), null),
  ],
  [
    'a mail scanner',
    'mail_scanner',
    (r) =>
      whole(
        seen(r, {
          kind: 'error',
          errorName: 'Error',
          errorMessage: `Non-Error promise rejection captured with value: Object Not Found Matching Id:${Math.floor(r.between(1, 9))}, MethodName:update, ParamCount:4`,
          durationMs: 0,
        }),
        null,
      ),
  ],
  [
    'an extension',
    'browser_noise',
    (r) =>
      whole(
        seen(r, {
          kind: 'error',
          errorName: 'Error',
          errorMessage: 'Cannot read properties of null',
          stack: 'at chrome-extension://abc/inject.js:1:2',
          durationMs: 0,
        }),
        null,
      ),
  ],
  [
    'an error nobody caught',
    'browser_noise',
    (r) =>
      whole(
        seen(r, {
          kind: 'error',
          errorName: 'Error',
          errorMessage: 'Non-Error promise rejection captured with value: foo',
          durationMs: 0,
        }),
        null,
      ),
  ],
  [
    'the server saw the connection close, the browser never spoke',
    'unknown',
    (r) => whole(null, done(r, { committedMs: null, finishedMs: null, closedMs: r.between(5, 900), httpStatus: null })),
  ],
  [
    'it broke before the server did anything',
    'unknown',
    (r) =>
      whole(
        seen(r, {}),
        done(r, { committedMs: null, finishedMs: null, closedMs: r.between(2, 60), httpStatus: null }),
      ),
  ],
]

/** As many attempts of each cause, each with figures of its own. */
export const generateLabelledAttempts = (seed: number, perCause: number): LabelledAttempt[] => {
  const random = createRandom(seed)
  return causes.flatMap(([cause, truth, make]) =>
    Array.from({ length: perCause }, () => ({ cause, truth, attempt: make(random) })),
  )
}
