export interface ActGate {
  /** Whether an act may begin on the review that is selected now. */
  isOpen(selectedId: string | null): boolean
  /** No act may begin from now until another review is selected. */
  close(selectedId: string | null): void
  open(): void
}

/**
 * Keeps a key that is pressed right after an act from acting on the same review again: the next one is selected only
 * a moment after the act.
 */
export const createActGate = (): ActGate => {
  let closedOn: string | null | undefined
  return {
    isOpen(selectedId) {
      if (closedOn !== undefined && closedOn !== selectedId) closedOn = undefined
      return closedOn === undefined
    },
    close(selectedId) {
      closedOn = selectedId
    },
    open() {
      closedOn = undefined
    },
  }
}
