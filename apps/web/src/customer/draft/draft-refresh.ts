import type { ServerDraft } from './restore-draft.ts'

/** Looking at the page again asks for the other device's draft, but not more often than this. */
const askAgainMs = 5_000

interface DraftRefreshParts {
  /** What the server has now. */
  readonly load: () => Promise<ServerDraft | null>
  /** The server's version that this device knows. */
  readonly version: () => number
  /** Whether everything of this device is on the server, and nothing is on its way. */
  readonly isIdle: () => boolean
  readonly take: (draft: ServerDraft) => void
}

/** Takes the other device's newer text, if there is one and nobody has typed here meanwhile. */
export const createDraftRefresh = ({ load, version, isIdle, take }: DraftRefreshParts): (() => Promise<void>) => {
  let askedAt = Date.now()
  return async () => {
    if (!isIdle() || Date.now() - askedAt < askAgainMs) return
    askedAt = Date.now()
    const draft = await load().catch(() => null)
    // Somebody may have begun to type while it was asked for.
    if (draft !== null && isIdle() && draft.version > version()) take(draft)
  }
}
