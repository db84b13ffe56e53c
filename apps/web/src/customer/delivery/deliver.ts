/** Seconds between tries; each is moved by up to a quarter so that phones do not come back at once. */
export const retryDelaysSeconds = [1, 2, 4, 8, 15, 30] as const

export type DeliveryPhase = 'sending' | 'checking' | 'waiting'

export interface Delivery<Result> {
  /** One try. Every try carries the same submission id. */
  send(): Promise<Result>
  /** What the server has of this submission; null when it has nothing. */
  check(): Promise<Result | null>
  /** Resolves after that long, or when there is reason to hope: after `atLeastMs` at the earliest. */
  wait(milliseconds: number, atLeastMs: number): Promise<void>
  /** Whether trying again cannot help: the server answered and meant it. */
  isFinal(error: unknown): boolean
  /** How long the server asks to be left alone, in milliseconds; 0 when it says nothing. */
  retryAfterMs(error: unknown): number
  onPhase(phase: DeliveryPhase): void
  /** 0 ≤ random < 1 */
  random(): number
}

/** Every try ended without an answer. What was written is still on the device. */
export class DeliveryPaused extends Error {
  override readonly name = 'DeliveryPaused'
}

/** What a question or a try without an end came to. */
interface Unanswered {
  readonly retryAfterMs: number
}

const findSent = async <Result>(delivery: Delivery<Result>): Promise<{ found: Result | null } & Unanswered> => {
  delivery.onPhase('checking')
  try {
    return { found: await delivery.check(), retryAfterMs: 0 }
  } catch (error) {
    if (delivery.isFinal(error)) throw error
    return { found: null, retryAfterMs: delivery.retryAfterMs(error) }
  }
}

/** One wait: what the server asked for, or our own delay, moved so that phones do not come back at once. */
const waitBetween = async <Result>(
  delivery: Delivery<Result>,
  seconds: number,
  retryAfterMs: number,
): Promise<void> => {
  delivery.onPhase('waiting')
  const [spread, own] = [delivery.random(), seconds * 1000]
  const askedMs = retryAfterMs * (1 + spread / 4)
  await delivery.wait(Math.max(own * (0.75 + spread / 2), askedMs), askedMs)
}

/**
 * Sends until it is known whether it arrived. After a try without an answer it asks first: the
 * answer may have been lost, not the review. A server that says when to come back is believed.
 *
 * @param options.isResumed  Sending began before a reload, so the first step is to ask.
 * @throws the server's refusal as it came; DeliveryPaused when nobody answered any try.
 */
export const deliver = async <Result>(
  delivery: Delivery<Result>,
  options: { readonly isResumed: boolean } = { isResumed: false },
): Promise<Result> => {
  if (options.isResumed) {
    const { found } = await findSent(delivery)
    if (found !== null) return found
  }
  for (let attempt = 0; ; attempt += 1) {
    delivery.onPhase('sending')
    let retryAfterMs = 0
    try {
      return await delivery.send()
    } catch (error) {
      if (delivery.isFinal(error)) throw error
      retryAfterMs = delivery.retryAfterMs(error)
    }
    const { found, retryAfterMs: later } = await findSent(delivery)
    if (found !== null) return found
    const delaySeconds = retryDelaysSeconds[attempt]
    if (delaySeconds === undefined) throw new DeliveryPaused()
    await waitBetween(delivery, delaySeconds, Math.max(retryAfterMs, later))
  }
}
