export interface ActGate {
  /** Whether an act may begin on the review that is selected now. */
  isOpen(selectedId: string | null): boolean
  /** An act on this review begins; it opens by itself once another review is selected. */
  close(selectedId: string | null): void
  open(): void
}

/**
 * Keeps a key that is pressed right after an act from hitting the review the act was about: the
 * selection follows the act a moment later.
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
