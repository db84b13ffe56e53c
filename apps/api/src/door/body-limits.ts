const kilobyte = 1_024
const megabyte = 1_024 * kilobyte

/** The largest body that is read, in bytes, by the beginning of the address; the first that fits decides. */
const limits: readonly (readonly [prefix: string, bytes: number])[] = [
  // The largest of a platform's messages.
  ['/webhooks/', 2 * megabyte],
  // A review, a draft or its form: 5,000 letters, each of them escaped.
  ['/api/trpc/', 256 * kilobyte],
  ['/write/', 256 * kilobyte],
  ['/api/reports', 64 * kilobyte],
]
/** Anything else is a form with a few fields, or nothing of ours. */
const otherwise = 64 * kilobyte

/** How large the body of a request to an address may be, in bytes. */
export const mostBodyBytes = (url: string): number =>
  limits.find(([prefix]) => url.startsWith(prefix))?.[1] ?? otherwise

/** Whether a body may be so large that it is kept in the room for large ones. */
export const isLargeBodyAddress = (url: string): boolean => mostBodyBytes(url) > megabyte

/**
 * Parameters of an address, or fields of a form. Node's and Next's readers of them take time that grows with the
 * square of their number: 4,000 in an address are a second, 500,000 in a form ten.
 */
const mostFields = 100
const ampersand = 0x26

const hasMoreThan = (most: number, next: (from: number) => number): boolean => {
  let at = -1
  for (let count = 0; count <= most; count += 1) {
    at = next(at + 1)
    if (at === -1) return false
  }
  return true
}

/** Whether an address has more parameters than any of ours. */
export const hasTooManyParameters = (url: string): boolean => hasMoreThan(mostFields, (from) => url.indexOf('&', from))

/** Whether a body is a form with more fields than any of ours. */
export const hasTooManyFields = (contentType: string | undefined, body: Buffer): boolean =>
  contentType?.toLowerCase().startsWith('application/json') !== true &&
  hasMoreThan(mostFields, (from) => body.indexOf(ampersand, from))
