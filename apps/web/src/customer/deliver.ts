/** Seconds between tries; each is moved by up to a quarter so that phones do not come back at once. */
export const retryDelaysSeconds = [1, 2, 4, 8, 15, 30] as const

export type DeliveryPhase = 'sending' | 'checking' | 'waiting'

export interface Delivery<Result> {
  /** One try. Every try carries the same submission id. */
  send(): Promise<Result>
  /** What the server has of this submission; null when it has nothing. */
  check(): Promise<Result | null>
  /** Resolves after that long, or earlier when there is reason to hope. */
  wait(milliseconds: number): Promise<void>
  /** Whether trying again cannot help: the server answered and meant it. */
  isFinal(error: unknown): boolean
  onPhase(phase: DeliveryPhase): void
  /** 0 ≤ random < 1 */
  random(): number
}

/** Every try ended without an answer. What was written is still on the device. */
export class DeliveryPaused extends Error {
  override readonly name = 'DeliveryPaused'
}

const findSent = async <Result>(delivery: Delivery<Result>): Promise<Result | null> => {
  delivery.onPhase('checking')
  try {
    return await delivery.check()
  } catch (error) {
    if (delivery.isFinal(error)) throw error
    return null
  }
}

/**
 * Sends until it is known whether it arrived. After a try without an answer it asks first: the
 * answer may have been lost, not the review.
 *
 * @param options.isResumed  Sending began before a reload, so the first step is to ask.
 * @throws the server's refusal as it came; DeliveryPaused when nobody answered any try.
 */
export const deliver = async <Result>(
  delivery: Delivery<Result>,
  options: { readonly isResumed: boolean } = { isResumed: false },
): Promise<Result> => {
  if (options.isResumed) {
    const found = await findSent(delivery)
    if (found !== null) return found
  }
  for (let attempt = 0; ; attempt += 1) {
    delivery.onPhase('sending')
    try {
      return await delivery.send()
    } catch (error) {
      if (delivery.isFinal(error)) throw error
    }
    const found = await findSent(delivery)
    if (found !== null) return found
    const delaySeconds = retryDelaysSeconds[attempt]
    if (delaySeconds === undefined) throw new DeliveryPaused()
    delivery.onPhase('waiting')
    await delivery.wait(delaySeconds * 1000 * (0.75 + delivery.random() / 2))
  }
}
