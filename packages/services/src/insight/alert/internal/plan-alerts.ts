/** Mails of their own that one receiver gets within an hour; what comes beyond is told together. */
export const mostSinglesPerHour = 3

interface Waiting {
  readonly id: string
  readonly incidentId: string | null
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
 * which a customer gave up first; the others together, once an hour. Of one incident's alerts only the most urgent
 * one is told: it says what the others would.
 *
 * @param waiting  Oldest first.
 * @returns Each may be empty: what is in none of them waits. Those in `needless` are never told.
 */
export const planAlerts = <Alert extends Waiting>(
  waiting: readonly Alert[],
  told: Told,
): Readonly<Record<'singles' | 'digest' | 'needless', readonly Alert[]>> => {
  const sorted = waiting.toSorted((one, other) => urgency[one.reason] - urgency[other.reason])
  const firsts = new Map(sorted.toReversed().map((alert) => [alert.incidentId, alert]))
  const urgent = sorted.filter((alert) => firsts.get(alert.incidentId) === alert)
  const singles = urgent.slice(0, Math.max(0, mostSinglesPerHour - told.singles))
  const digest = told.hasDigest ? [] : urgent.slice(singles.length)
  return { singles, digest, needless: sorted.filter((alert) => firsts.get(alert.incidentId) !== alert) }
}
