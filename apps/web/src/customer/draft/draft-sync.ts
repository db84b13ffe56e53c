import type { SavedDraft } from '@afterword/validation/review/submit'
import type { TypedReview } from '@afterword/validation/review/check-content'

/** How long after the last key the server is told. */
const pauseMs = 1_500
/** How soon a save that failed is tried again, doubled each time. */
const firstRetryMs = 4_000
const longestRetryMs = 60_000

export interface DraftSyncDeps {
  read(): TypedReview | null
  save(typed: TypedReview & { readonly baseVersion: number }): Promise<SavedDraft>
  /** Whether the server meant its refusal, so that no further try can help. */
  isFinal(error: unknown): boolean
  /** What the server asks to wait at least, in milliseconds; 0 when it says nothing. */
  retryAfterMs(error: unknown): number
  /** @param isForeign  Whether another device's version was replaced. */
  onSaved(version: number, isForeign: boolean): void
}

export interface DraftSync {
  /** To be called on every edit. */
  touch(): void
  /** Sends at once what is not sent yet, for a page that is being left. */
  flush(): void
  /** Sends nothing until `resume`: the review itself is on its way. */
  pause(): void
  resume(): void
  /** Nothing is sent any more. */
  stop(): void
  /** Whether the server has everything. */
  isClean(): boolean
  /** Takes note of a version that came with the page. */
  see(version: number): void
  version(): number
  /** Saves whose answer has not come, or never will: they may have arrived. */
  unanswered(): number
}

/**
 * Copies a draft to the server after each pause in typing, one call at a time. A save without an
 * answer may have arrived; its version is then not mistaken for another device's.
 */
export const createDraftSync = (
  deps: DraftSyncDeps,
  known: { readonly version: number; readonly unanswered: number },
): DraftSync => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let { version, unanswered } = known
  let [edits, sentEdits, savedEdits] = [0, 0, 0]
  let [inFlight, retryMs, notBefore] = [0, firstRetryMs, 0]
  let [isPaused, isStopped] = [false, false]

  const plan = (ms: number): void => {
    clearTimeout(timer)
    timer = undefined
    if (!isPaused && !isStopped) timer = setTimeout(send, Math.max(ms, notBefore - Date.now()))
  }
  const accept = (saved: SavedDraft, current: number): void => {
    retryMs = firstRetryMs
    if (saved.version === null) isStopped = true
    if (saved.version === null || saved.version < version) return
    const isForeign = saved.wasChangedElsewhere && saved.version > version + 1 + unanswered
    version = saved.version
    unanswered = 0
    savedEdits = Math.max(savedEdits, current)
    deps.onSaved(version, isForeign)
  }
  const refuse = (error: unknown): void => {
    if (deps.isFinal(error)) {
      isStopped = true
      return
    }
    unanswered += 1
    notBefore = Date.now() + deps.retryAfterMs(error)
    plan(retryMs)
    retryMs = Math.min(retryMs * 2, longestRetryMs)
  }
  const send = (): void => {
    clearTimeout(timer)
    timer = undefined
    const typed = deps.read()
    if (typed === null || edits === savedEdits) return
    const current = (sentEdits = edits)
    inFlight += 1
    void deps
      .save({ ...typed, baseVersion: version })
      .then(
        (saved) => {
          inFlight -= 1
          accept(saved, current)
        },
        (error: unknown) => {
          inFlight -= 1
          refuse(error)
        },
      )
      .finally(() => {
        if (edits !== savedEdits && timer === undefined) plan(pauseMs)
      })
  }
  return {
    touch() {
      edits += 1
      // A call under way plans the next one when it ends.
      if (inFlight === 0) plan(pauseMs)
    },
    flush() {
      if (!isPaused && !isStopped && edits !== sentEdits) send()
    },
    pause() {
      isPaused = true
      clearTimeout(timer)
      timer = undefined
    },
    resume() {
      isPaused = false
      if (edits !== savedEdits && inFlight === 0) plan(pauseMs)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
    isClean: () => edits === savedEdits,
    see(seen) {
      version = Math.max(version, seen)
    },
    version: () => version,
    unanswered: () => unanswered + inFlight,
  }
}
