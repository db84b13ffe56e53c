import { type Cause, seen, timeout, whole } from './sides.ts'

/** The server saw nothing of it. */
export const lostRequests: readonly Cause[] = [
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
]
