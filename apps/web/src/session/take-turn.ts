const lockName = 'afterword-session'
/** Longer than any renewal takes. A tab that holds the lock longer is stuck, and must not hold up the others. */
const patienceMs = 15_000

/**
 * Performs `work` while no other tab of this browser does. Browsers without Web Locks, and a tab that waited too
 * long, go on alone: that costs a call, nothing else.
 */
export const takeTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  // Missing on plain http, whatever the types say.
  const locks = navigator.locks as LockManager | undefined
  if (locks === undefined) return await work()
  let hasBegun = false
  try {
    return await locks.request(lockName, { signal: AbortSignal.timeout(patienceMs) }, async () => {
      hasBegun = true
      return await work()
    })
  } catch (error) {
    if (hasBegun) throw error
    return await work()
  }
}
