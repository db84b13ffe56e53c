import { isRating } from '@afterword/validation/review/rating'
import type { TypedReview } from '@afterword/validation/review/check-content'
import { isRecord } from '#browser/is-record.ts'

/** What was typed about one item and not accepted yet. */
export interface Draft extends TypedReview {
  /** The same for every try to send this text, so that it can never become two reviews. */
  readonly submissionId: string
  /** Sending began and its outcome is not known: ask before anything else. */
  readonly isSending: boolean
  /** When it was last typed at, by this device's clock, in milliseconds since 1970. */
  readonly editedAt: number
  /** The server's version this device wrote or saw last; 0 when it knows of none. */
  readonly baseVersion: number
  /** Saves sent to the server whose answer never came; 0 when left out. */
  readonly unanswered?: number | undefined
}

interface StoredDraft
  extends Omit<Draft, 'editedAt' | 'baseVersion'>, Partial<Pick<Draft, 'editedAt' | 'baseVersion'>> {
  readonly version: 1
  /** Milliseconds since 1970. */
  readonly savedAt: number
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Checked by hand: a schema library would weigh more than the page around it. */
const isStoredDraft = (value: unknown): value is StoredDraft =>
  isRecord(value) &&
  value['version'] === 1 &&
  typeof value['submissionId'] === 'string' &&
  uuid.test(value['submissionId']) &&
  (value['rating'] === null || isRating(value['rating'])) &&
  typeof value['title'] === 'string' &&
  typeof value['body'] === 'string' &&
  typeof value['authorName'] === 'string' &&
  typeof value['isSending'] === 'boolean' &&
  typeof value['savedAt'] === 'number' &&
  // Absent from drafts of before the server kept them too.
  (value['editedAt'] === undefined || typeof value['editedAt'] === 'number') &&
  (value['baseVersion'] === undefined || typeof value['baseVersion'] === 'number') &&
  (value['unanswered'] === undefined || typeof value['unanswered'] === 'number')

/** Names the drafts of one item: of its first review, and of a change to it. */
export const draftKeys = (lineItemId: string): { first: string; edit: string } => ({
  first: lineItemId,
  edit: `${lineItemId}:edit`,
})

type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Old drafts of somebody who borrowed the phone are of no use to anybody. */
const keptForMs = 90 * 24 * 3_600_000

export interface DraftSlot {
  /** The draft, or null when there is none, it is too old, or it cannot be read. */
  read(): Draft | null
  /** @returns Whether it was kept: private windows and full phones refuse. */
  write(draft: Draft): boolean
  remove(): void
}

const parse = (text: string | null): StoredDraft | null => {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isStoredDraft(value) ? value : null
  } catch {
    return null
  }
}

/**
 * The place of one item's draft on this device.
 *
 * @param store  `localStorage`, or null where the browser gives none.
 * @param key    Names the item and whether a review is written or changed.
 */
export const createDraftSlot = (store: DraftStore | null, key: string, now: () => number = Date.now): DraftSlot => {
  const name = `afterword:draft:${key}`
  return {
    read() {
      try {
        const stored = parse(store?.getItem(name) ?? null)
        if (stored === null || now() - stored.savedAt > keptForMs) return null
        const { version: _version, savedAt, editedAt = savedAt, baseVersion = 0, ...draft } = stored
        return { ...draft, editedAt, baseVersion }
      } catch {
        return null
      }
    },
    write(draft) {
      try {
        store?.setItem(name, JSON.stringify({ ...draft, version: 1, savedAt: now() }))
        return store !== null
      } catch {
        return false
      }
    },
    remove() {
      try {
        store?.removeItem(name)
      } catch {
        // A store that refuses to be read holds nothing to remove.
      }
    },
  }
}
