import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, createdAt, shopId } from '../kernel/columns.ts'
import { reviewRequest } from '../asking/review-request.ts'

/**
 * The answer a submission was given, by the id its browser gave it: anyone who sends the same again gets
 * the same answer, byte for byte. Written by the transaction that stores the review; deleted after 30
 * days, when the line item's own key still keeps the review single.
 */
export const reviewSubmission = pgTable(
  'review_submission',
  {
    shopId: shopId(),
    reviewRequestId: uuid().notNull(),
    submissionId: uuid().notNull(),
    /** SHA-256 of what was submitted, in canonical form. */
    fingerprint: bytea().notNull(),
    /** The answer as JSON text: jsonb would reorder it. */
    answer: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: 'review_submission_pkey',
      columns: [table.shopId, table.reviewRequestId, table.submissionId],
    }),
    index('review_submission_at').on(table.createdAt),
    // Incidents know the submission, not the shop.
    index('review_submission_id').on(table.submissionId),
    foreignKey({
      name: 'review_submission_request_fkey',
      columns: [table.shopId, table.reviewRequestId],
      foreignColumns: [reviewRequest.shopId, reviewRequest.id],
    }),
  ],
)
