import type { Transaction } from '@afterword/db/connection/client'
import { review, reviewDraft } from '@afterword/db/schema'
import type { OwnReview } from '@afterword/validation/review/customer-page'
import type { SubmitReview, SubmittedReview } from '@afterword/validation/review/submit'
import { and, eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { noteCall } from '../../kernel/call-trace.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { afterCommit, inTransaction } from '../../kernel/in-transaction.ts'
import { findReviewLink, type FoundReviewLink } from '../../asking/link/find-review-link.ts'
import { selectOwnReviews } from '../../orders/own-review.ts'
import { answerSubmission, claimSubmission } from './internal/claim-submission.ts'
import { displayName } from '../../orders/display-name.ts'
import { lookUpLineItem } from '../../asking/link/reachable-line-item.ts'

export interface SubmitReviewOutcome extends SubmittedReview {
  /** Whether this is the answer that the same submission was given before. */
  readonly isReplay: boolean
}

/** SHA-256 of the checked content in one spelling. */
const fingerprintOf = (input: SubmitReview): Uint8Array => {
  const { lineItemId, rating, title = null, body, authorName = null } = input
  return createHash('sha256')
    .update(JSON.stringify([lineItemId, rating, title, body, authorName]))
    .digest()
}

const reviveAnswer = (text: string): SubmittedReview => {
  const { outcome, review: stored } = JSON.parse(text) as {
    outcome: SubmittedReview['outcome']
    review: Omit<OwnReview, 'createdAt' | 'editedAt'> & { createdAt: string; editedAt: string | null }
  }
  const editedAt = stored.editedAt === null ? null : new Date(stored.editedAt)
  // Answers of older releases have no reason.
  const rejectReason = stored.rejectReason ?? null
  return { outcome, review: { ...stored, rejectReason, createdAt: new Date(stored.createdAt), editedAt } }
}

type Row = typeof review.$inferSelect

const toOwnReview = (row: Row, lineItemId: string): OwnReview => {
  const { id, rating, title, body, authorName, status, rejectReason, createdAt, editedAt } = row
  return { id, lineItemId, rating, title, body, authorName, status, rejectReason, createdAt, editedAt, reply: null }
}

/** The review that another submission has stored for the item. */
const loadStored = async (tx: Transaction, shopId: string, lineItemId: string): Promise<OwnReview> => {
  const [stored] = await selectOwnReviews(tx, shopId, eq(review.lineItemId, lineItemId))
  if (stored === undefined) throw new Error('a review that the key says is there was not found')
  return stored
}

const forgetDraft = async (tx: Transaction, { shopId }: Row, lineItemId: string): Promise<void> => {
  await tx.delete(reviewDraft).where(and(eq(reviewDraft.shopId, shopId), eq(reviewDraft.lineItemId, lineItemId)))
}

const noteSubmitted = async (
  tx: Transaction,
  { ctx, link, created }: { ctx: ServiceContext; link: FoundReviewLink; created: Row },
): Promise<void> => {
  await writeAudit(
    tx,
    { ...ctx, principal: { kind: 'customer', ...link } },
    {
      shopId: link.shopId,
      action: 'review.submit',
      subjectId: created.id,
      details: { rating: created.rating, version: 1, to: { status: 'pending' } },
    },
  )
}

/**
 * Stores what a customer wrote about one item; it waits for the shop's moderator.
 *
 * The same submission sent again, by a retry after a lost answer or a form posted twice, is given the
 * same answer. One review per line item: the unique key decides, so another submission for it finds
 * the first one.
 *
 * @throws DomainError `review_link.not_found`, `line_item.not_found`, `line_item.not_reviewable`,
 *   `submission.mismatch` when the same submission id came with other content before
 */
export const submitReview = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: SubmitReview
}): Promise<SubmitReviewOutcome> => {
  const { lineItemId, submissionId } = input
  noteCall(ctx, { lineItemId, submissionId })
  const link = await findReviewLink({ ctx, input: { code: input.code, purpose: 'review' } })
  const requireItem = await lookUpLineItem(ctx.db, link, lineItemId)
  return await inTransaction(ctx, async (tx, joined): Promise<SubmitReviewOutcome> => {
    afterCommit(joined, () => noteCall(ctx, { committedAt: ctx.now() }))
    const submission = { ...link, submissionId: input.submissionId, fingerprint: fingerprintOf(input) }
    const earlier = await claimSubmission(tx, submission)
    if (earlier !== null) return { ...reviveAnswer(earlier), isReplay: true }
    const item = requireItem()
    const [created] = await tx
      .insert(review)
      .values({
        shopId: link.shopId,
        productId: item.productId,
        lineItemId: item.lineItemId,
        customerId: item.customerId,
        submissionId: input.submissionId,
        rating: input.rating,
        title: input.title ?? null,
        body: input.body,
        authorName: input.authorName ?? displayName(item),
        locale: item.locale,
        isVerified: true,
      })
      .onConflictDoNothing({ target: [review.shopId, review.lineItemId] })
      .returning()
    const stored =
      created === undefined ? await loadStored(tx, link.shopId, item.lineItemId) : toOwnReview(created, item.lineItemId)
    const answer: SubmittedReview = {
      outcome: created === undefined ? 'already_reviewed' : 'created',
      review: stored,
    }
    // Sent at once, on the transaction's one connection and in this order: the answers are waited for together.
    await Promise.all([
      ...(created === undefined
        ? []
        : [forgetDraft(tx, created, item.lineItemId), noteSubmitted(tx, { ctx, link, created })]),
      answerSubmission(tx, submission, JSON.stringify(answer)),
    ])
    return { ...answer, isReplay: false }
  })
}
