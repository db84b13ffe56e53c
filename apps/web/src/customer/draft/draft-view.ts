import type { TypedReview } from '@afterword/validation/review/check-content'
import type { Draft } from './draft-storage.ts'
import type { RestoredDraft } from './restore-draft.ts'

/** `everywhere`: the server has it too, so another device shows it; `away`: only the server has it. */
export type DraftState = 'none' | 'saved' | 'everywhere' | 'away' | 'refused'

/** What is told about another device: its text was replaced, or stands here now, or is older than this. */
export type DraftNews = 'replaced' | 'taken' | 'kept'

/** What the page shows of a draft. */
export interface DraftView {
  readonly state: DraftState
  readonly news: DraftNews | null
  /** The other device's text, to be exchanged with what stands in the form. */
  readonly other: TypedReview | null
  /** A draft whose sending began in an earlier visit and has no known end. */
  readonly unsent: Draft | null
}

export const noDraft: DraftView = { state: 'none', news: null, other: null, unsent: null }

/** What is shown of a draft that was brought back. @param unsent  It, if its sending has no known end */
export const viewOf = ({ source, other }: RestoredDraft, unsent: Draft | null): DraftView => {
  const isFromServer = source === 'server'
  const news: DraftNews = isFromServer ? 'taken' : 'kept'
  return { state: isFromServer ? 'everywhere' : 'saved', other, news: other === null ? null : news, unsent }
}
