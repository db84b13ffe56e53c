import { type Cause, done, seen, timeout, whole } from './sides.ts'

/** The server was slow, failed or refused, or saw the connection close. */
export const serverCauses: readonly Cause[] = [
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
