import { type Cause, done, seen, timeout, whole } from './sides.ts'

/** The server did its part, or may have: what became of its answer. */
export const lostAnswers: readonly Cause[] = [
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
]
