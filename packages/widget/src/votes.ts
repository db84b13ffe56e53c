import type { PublicReview } from '@afterword/validation/storefront/schema'

/** A visitor's vote for one review: on its way, or counted among so many. */
export type Vote = 'waiting' | number

export interface Votes {
  readonly of: (reviewId: string) => Vote | undefined
  /** Null where votes are not taken (a preview). */
  readonly cast: ((review: PublicReview) => void) | null
}

/**
 * The votes cast in one element: kept apart from what is drawn, which is drawn again and again.
 *
 * @param send  Answers how many votes there are now.
 */
export const createVotes = (send: (reviewId: string) => Promise<number>, onChange: () => void) => {
  const votes = new Map<string, Vote>()
  const cast = async (reviewId: string): Promise<void> => {
    if (votes.has(reviewId)) return
    votes.set(reviewId, 'waiting')
    onChange()
    try {
      votes.set(reviewId, await send(reviewId))
    } catch {
      votes.delete(reviewId)
    }
    onChange()
  }
  return { of: (reviewId: string) => votes.get(reviewId), cast: ({ id }: PublicReview) => void cast(id) }
}
