import { type Cause, done, seen, whole } from './sides.ts'

/** The browser, its network or the person at it. */
export const browserCauses: readonly Cause[] = [
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
]
