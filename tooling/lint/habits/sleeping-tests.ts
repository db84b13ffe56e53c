/**
 * Where tests may wait for time to pass, and why. Everywhere else they wait for what is to happen. An entry without a
 * sleep fails the check. A name that ends with `/` stands for a folder.
 */
export const sleepingTests: Readonly<Record<string, string>> = {
  'apps/api/src/chaos/': 'faults last, and customers pause, for the times that a seed has drawn',
  'e2e/customer/drafts.spec.ts': 'a page looks for newer words only when it was left for five seconds',
  'e2e/customer/scanners.spec.ts': 'what a scanner must not cause comes, if it does, after a draft’s own wait',
  'e2e/delivery/lost-responses.spec.ts': 'an outage lasts',
  'e2e/fixtures/fault-proxy.ts': 'it plays a slow network',
  'e2e/session/outage.spec.ts': 'an outage lasts',
  'e2e/session/page-guards.spec.ts': 'a refused call is asked again when the answer’s Retry-After says',
  'e2e/verdicts/': 'a person waits, reads, and comes back',
}
