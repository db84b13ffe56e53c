/**
 * Waits, but not longer than needed: a connection that comes back, a page that is looked at again,
 * or a person who asks for it ends the wait.
 */
export interface PatientWait {
  wait(milliseconds: number): Promise<void>
  /** Ends the current wait. */
  wake(): void
}

type Events = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

export const createPatientWait = (events: { readonly window: Events; readonly document: Events }): PatientWait => {
  let end: (() => void) | null = null
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const finish = (): void => {
          clearTimeout(timer)
          events.window.removeEventListener('online', finish)
          events.document.removeEventListener('visibilitychange', finish)
          end = null
          resolve()
        }
        const timer = setTimeout(finish, milliseconds)
        events.window.addEventListener('online', finish)
        events.document.addEventListener('visibilitychange', finish)
        end = finish
      }),
    wake: () => end?.(),
  }
}
