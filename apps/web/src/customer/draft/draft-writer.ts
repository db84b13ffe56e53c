import type { TypedReview } from '@afterword/validation/review/check-content'
import { isBlank, isSameTyped } from '#customer/model/form-values.ts'
import type { Draft, DraftSlot } from './draft-storage.ts'
import type { DraftSync } from './draft-sync.ts'
import type { DraftState } from './draft-view.ts'

const typingPauseMs = 300

interface DraftWriterParts {
  readonly read: () => TypedReview
  readonly slot: DraftSlot
  /** What was in the slot at first. */
  readonly local: Draft | null
  readonly submissionId: string
  /** The server's side of the draft, once it is there. */
  readonly sync: () => DraftSync | null
  readonly onWritten: (state: DraftState) => void
}

/** Keeps what stands in a form in this device's slot. */
export interface DraftWriter {
  /** Keeps it now, unless nothing is typed or the draft was cleared. */
  readonly save: () => void
  /** Keeps it when typing pauses. */
  readonly saveSoon: () => void
  readonly isDue: () => boolean
  /** @param at  When the words were typed, here or on another device; milliseconds since 1970. */
  readonly noteEdit: (at: number) => void
  readonly markSending: (isSending: boolean) => void
  readonly isSending: () => boolean
  /** Empties the slot for good, and leaves what another tab keeps in its place. */
  readonly clear: () => void
}

export const createDraftWriter = ({ read, slot, local, submissionId, ...given }: DraftWriterParts): DraftWriter => {
  let editedAt = local?.editedAt ?? 0
  let [isSending, isCleared] = [false, false]
  /** What this form put into the slot or found there: other words in it are another tab's. */
  let kept: TypedReview | null = local
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const save = (): void => {
    stop()
    const typed = read()
    if (isCleared || isBlank(typed)) return
    const sync = given.sync()
    const [baseVersion, unanswered] = [sync?.version() ?? 0, sync?.unanswered() ?? 0]
    kept = typed
    const wasKept = slot.write({ ...typed, submissionId, isSending, editedAt, baseVersion, unanswered })
    const isOnServer = sync?.isClean() === true && baseVersion > 0
    if (isOnServer) given.onWritten(wasKept ? 'everywhere' : 'away')
    else given.onWritten(wasKept ? 'saved' : 'refused')
  }
  return {
    save,
    saveSoon() {
      clearTimeout(timer)
      timer = setTimeout(save, typingPauseMs)
    },
    isDue: () => timer !== undefined,
    noteEdit(at) {
      editedAt = at
    },
    markSending(value) {
      isSending = value
      save()
    },
    isSending: () => isSending,
    clear() {
      stop()
      const standing = slot.read()
      if (standing === null || kept === null || isSameTyped(standing, kept)) slot.remove()
      isCleared = true
    },
  }
}
