import { reviewDraft } from '@afterword/db/schema'
import { toStorableText } from '@afterword/validation/text'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../context.ts'
import { findReviewLink } from '../review-link/find-review-link.ts'
import { findReachableLineItem } from './reachable-line-item.ts'

/** Far above what is accepted: enough to give back what was typed, too little to store a book. */
const maxLength = 20_000

export interface SaveDraftInput {
  readonly code: string
  readonly lineItemId: string
  readonly rating: number | null
  readonly title: string
  readonly body: string
  readonly authorName: string
}

/**
 * Keeps what was typed and could not be accepted, so that the page shows it again.
 *
 * @throws DomainError `review_link.not_found`, `line_item.not_found`, `line_item.not_reviewable`
 */
export const saveDraft = async ({ ctx, input }: { ctx: ServiceContext; input: SaveDraftInput }): Promise<void> => {
  const link = await findReviewLink({ ctx, input: { code: input.code, purpose: 'review' } })
  const item = await findReachableLineItem(ctx.db, link, input.lineItemId)
  const typed = {
    rating: input.rating,
    title: toStorableText(input.title.slice(0, maxLength)),
    body: toStorableText(input.body.slice(0, maxLength)),
    authorName: toStorableText(input.authorName.slice(0, maxLength)),
  }
  await ctx.db
    .insert(reviewDraft)
    .values({ shopId: link.shopId, lineItemId: item.lineItemId, ...typed })
    .onConflictDoUpdate({
      target: [reviewDraft.shopId, reviewDraft.lineItemId],
      set: { ...typed, updatedAt: sql`now()` },
    })
}
