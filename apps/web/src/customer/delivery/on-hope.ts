/** How long a page that nobody touches waits before it tries by itself. */
const aWhileMs = 60_000

/**
 * Calls back when there is reason to hope that the server answers again: the connection is back, the
 * page is looked at again, or a while has passed. @returns Ends the waiting
 */
export const onHope = (callback: () => void): (() => void) => {
  const onVisibility = (): void => {
    if (document.visibilityState === 'visible') callback()
  }
  // Spread, so that phones do not come back at once.
  const timer = setTimeout(callback, aWhileMs * (0.75 + Math.random() / 2))
  globalThis.addEventListener('online', callback)
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    clearTimeout(timer)
    globalThis.removeEventListener('online', callback)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
