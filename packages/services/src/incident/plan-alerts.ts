/** Mails of their own that one receiver gets within an hour; what comes beyond is told together. */
export const mostSinglesPerHour = 3

interface Waiting {
  readonly id: string
  readonly reason: 'new' | 'grows' | 'gave_up'
}

interface Told {
  /** Alerts told by a mail of their own within the last hour. */
  readonly singles: number
  readonly hasDigest: boolean
}

const urgency = { gave_up: 0, new: 1, grows: 2 } as const satisfies Record<Waiting['reason'], number>

/**
 * Decides which of a receiver's waiting alerts go out now: up to three an hour each by a mail of its own, those by
 * which a customer gave up first; the others together, once an hour.
 *
 * @param waiting  Oldest first.
 * @returns Both may be empty: what is in neither waits.
 */
export const planAlerts = <Alert extends Waiting>(
  waiting: readonly Alert[],
  told: Told,
): { readonly singles: readonly Alert[]; readonly digest: readonly Alert[] } => {
  const sorted = waiting.toSorted((one, other) => urgency[one.reason] - urgency[other.reason])
  const singles = sorted.slice(0, Math.max(0, mostSinglesPerHour - told.singles))
  return { singles, digest: told.hasDigest ? [] : sorted.slice(singles.length) }
}
