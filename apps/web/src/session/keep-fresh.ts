import type { Renew } from './renewal.ts'

interface FreshnessParts {
  readonly renew: Renew
  readonly readEnd: () => number | null
  readonly onEnded: () => void
  readonly isVisible: () => boolean
  /** How long an access token holds. */
  readonly lifetimeSeconds: number
  readonly random: () => number
}

/** Renewal is due when this much of the token's life is over, a tenth of it earlier or later. */
const dueShare = 0.8
const jitterShare = 0.1
/** The next renewal waits for at least this share of a token's life, even where this device's clock is wrong. */
const restShare = 0.5
/** How long after a try that got no answer the next one comes. */
const retryMs = 30_000

/**
 * Renews the session of a visible page ahead of time, so that acts seldom meet an expired token. Tabs differ by jitter
 * and through `renew` only one of them asks.
 *
 * @returns `look` plans again, for when the page becomes visible; `stop` ends it.
 */
export const keepSessionFresh = (parts: FreshnessParts): { readonly look: () => void; readonly stop: () => void } => {
  const lifeMs = parts.lifetimeSeconds * 1000
  let timer: ReturnType<typeof setTimeout> | undefined
  let restsUntil = Number.NEGATIVE_INFINITY

  const waitFor = (delayMs: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void renewNow(), delayMs)
  }

  const plan = (): void => {
    clearTimeout(timer)
    const end = parts.readEnd()
    if (end === null || !parts.isVisible()) return
    const share = dueShare * (1 + jitterShare * (parts.random() * 2 - 1))
    const dueIn = end * 1000 - lifeMs * (1 - share) - Date.now()
    waitFor(Math.min(lifeMs, Math.max(0, dueIn, restsUntil - performance.now())))
  }

  const renewNow = async (): Promise<void> => {
    if (!parts.isVisible()) return
    const outcome = await parts.renew(parts.readEnd())
    if (outcome === 'ended') return parts.onEnded()
    if (outcome === 'unavailable') return waitFor(retryMs * (1 + parts.random()))
    restsUntil = performance.now() + lifeMs * restShare
    plan()
  }

  plan()
  return { look: plan, stop: () => clearTimeout(timer) }
}
