import type { TypedReview } from '@afterword/validation/review/check-content'
import type { Draft } from './draft-storage.ts'
import { isBlank, isSameTyped } from '#customer/model/form-values.ts'

/** A draft as the server holds it. */
export interface ServerDraft extends TypedReview {
  readonly version: number
  /** How long ago it was typed at, in milliseconds. */
  readonly ageMs: number
}

export interface RestoredDraft {
  readonly source: 'device' | 'server'
  /** The text that did not win, to go back to; null when nothing would be lost without it. */
  readonly other: TypedReview | null
}

/**
 * Which of two drafts of one item comes back: the newer edit. The device's is newer where the server
 * has nothing that the device did not know; otherwise ages decide, for clocks differ.
 *
 * @param now  The device's clock, in milliseconds since 1970.
 */
export const restoreDraft = (local: Draft | null, server: ServerDraft | null, now: number): RestoredDraft | null => {
  if (local === null) return server === null ? null : { source: 'server', other: null }
  if (server === null || isSameTyped(local, server)) return { source: 'device', other: null }
  // What was sent is what counts, until it is known what became of it.
  if (local.isSending || server.version <= local.baseVersion) return { source: 'device', other: null }
  const source = now - local.editedAt <= server.ageMs ? 'device' : 'server'
  const loser = source === 'device' ? server : local
  return { source, other: isBlank(loser) ? null : loser }
}
