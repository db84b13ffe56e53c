interface Repeated {
  readonly intervalMs: number
  /** Never runs twice at once. */
  readonly work: () => Promise<void>
  /** Told of a run that failed; the next one comes all the same. */
  readonly onError: (error: unknown) => void
}

/**
 * Does something again and again, the first time after one interval.
 *
 * @returns Stops it, after a run that has begun.
 */
export const repeat = ({ intervalMs, work, onError }: Repeated): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(work).catch(onError)
  }, intervalMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}
