import type { SaveDraft, SavedDraft } from '@afterword/validation/review/submit'
import type { Origin } from '@afterword/auth/auth'
import { lineItem, linkHit, review, reviewDraft } from '@afterword/db/schema'
import { toStorableText } from '@afterword/validation/primitives/text'
import { and, eq, sql } from 'drizzle-orm'
import { noteCall } from '../../kernel/call-trace.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { afterCommit } from '../../kernel/in-transaction.ts'
import { findReviewLink } from '../../asking/link/find-review-link.ts'
import { draftRecipient } from './internal/draft-recipient.ts'
import { lookUpLineItem } from '../../asking/link/reachable-line-item.ts'

/** Far above what is accepted: enough to give back what was typed, too little to store a book. */
const maxLength = 20_000

interface SaveDraftCall {
  readonly ctx: ServiceContext
  readonly input: SaveDraft & {
    /** Whether it changes a review that is there; without it nothing is kept beside a review. */
    readonly isEdit?: boolean
  }
  /** Where it was typed, for the hit log. */
  readonly origin?: Origin
}

/**
 * Keeps what was typed and not accepted yet, exactly as typed, so that every device shows it again.
 * The later call wins. The first one also notes that a person touched the page. It takes words to begin
 * one: mail scanners click on stars too, and anyone who opens the link must not find theirs.
 *
 * @throws DomainError `review_link.not_found`, `line_item.not_found`, `line_item.not_reviewable`
 */
export const saveDraft = async ({ ctx, input, origin }: SaveDraftCall): Promise<SavedDraft> => {
  noteCall(ctx, { lineItemId: input.lineItemId })
  const link = await findReviewLink({ ctx, input: { code: input.code, purpose: 'review' } })
  const { lineItemId } = (await lookUpLineItem(ctx.db, link, input.lineItemId))()
  const typed = [input.title, input.body, input.authorName].map((text) => toStorableText(text.slice(0, maxLength)))
  const [title, body, authorName] = typed
  const hasWords = input.title !== '' || input.body !== ''
  const recipientId = draftRecipient(link)
  const isThisItem = and(eq(lineItem.shopId, link.shopId), eq(lineItem.id, lineItemId))
  const hasReview = sql`exists (select from ${review} where ${review.shopId} = ${link.shopId}
    and ${review.lineItemId} = ${lineItemId})`
  const hasDraft = sql`exists (select from ${reviewDraft} where ${reviewDraft.shopId} = ${link.shopId}
    and ${reviewDraft.lineItemId} = ${lineItemId} and ${reviewDraft.recipientId} = ${recipientId})`
  const [saved] = await ctx.db.execute<{ version: number }>(sql`
    with saved as (
      insert into ${reviewDraft} (shop_id, line_item_id, recipient_id, rating, title, body, author_name)
      select ${lineItem.shopId}, ${lineItem.id}, ${recipientId}::uuid, ${input.rating}::smallint, ${title}::text, ${body}::text,
        ${authorName}::text
      from ${lineItem} where ${isThisItem} and (${input.isEdit === true}::boolean or not ${hasReview})
        and (${hasWords}::boolean or ${hasDraft})
      on conflict (shop_id, line_item_id, recipient_id) do update set rating = excluded.rating, title = excluded.title,
        body = excluded.body, author_name = excluded.author_name, updated_at = now(),
        version = ${reviewDraft}.version + 1
      returning version
    ), touched as (
      insert into ${linkHit} (shop_id, review_request_id, kind, ua_family, ip_prefix)
      select ${link.shopId}::uuid, ${link.reviewRequestId}::uuid, 'touched', ${origin?.uaFamily ?? null}::text,
        ${origin?.ipPrefix ?? null}::text
      from saved where version = 1
    )
    select version from saved`)
  afterCommit(ctx, () => noteCall(ctx, { committedAt: ctx.now() }))
  if (saved === undefined) return { version: hasWords ? null : 0, wasChangedElsewhere: false }
  return { version: saved.version, wasChangedElsewhere: saved.version !== input.baseVersion + 1 }
}
