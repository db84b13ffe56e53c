/**
 * Waits, but not longer than needed: a connection that comes back, a page that is looked at again,
 * or a person who asks for it ends the wait.
 */
export interface PatientWait {
  /** @param atLeastMs  Only a person ends the wait before that. */
  wait(milliseconds: number, atLeastMs?: number): Promise<void>
  /** Ends the current wait. */
  wake(): void
}

type Events = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

export const createPatientWait = (events: { readonly window: Events; readonly document: Events }): PatientWait => {
  let end: (() => void) | null = null
  return {
    wait: (milliseconds, atLeastMs = 0) =>
      new Promise((resolve) => {
        const notBefore = Date.now() + atLeastMs
        const hope = (): void => {
          if (Date.now() >= notBefore) finish()
        }
        const finish = (): void => {
          clearTimeout(timer)
          events.window.removeEventListener('online', hope)
          events.document.removeEventListener('visibilitychange', hope)
          end = null
          resolve()
        }
        const timer = setTimeout(finish, milliseconds)
        events.window.addEventListener('online', hope)
        events.document.addEventListener('visibilitychange', hope)
        end = finish
      }),
    wake: () => end?.(),
  }
}
