import type { Transaction } from '@afterword/db/connection/client'
import { reviewSubmission } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq } from 'drizzle-orm'

export interface Submission {
  readonly shopId: string
  readonly reviewRequestId: string
  readonly submissionId: string
  readonly fingerprint: Uint8Array
}

const keyOf = ({ shopId, reviewRequestId, submissionId }: Submission) =>
  and(
    eq(reviewSubmission.shopId, shopId),
    eq(reviewSubmission.reviewRequestId, reviewRequestId),
    eq(reviewSubmission.submissionId, submissionId),
  )

/**
 * Takes a submission id for this transaction. Anyone who sends the same id meanwhile waits for its end:
 * after a commit they find the answer, after a rollback the id is theirs.
 *
 * @returns The answer it was given before, or null when it is new.
 * @throws DomainError `submission.mismatch` when it came with other content before
 */
export const claimSubmission = async (tx: Transaction, submission: Submission): Promise<string | null> => {
  const { shopId, reviewRequestId, submissionId, fingerprint } = submission
  const claimed = await tx
    .insert(reviewSubmission)
    .values({ shopId, reviewRequestId, submissionId, fingerprint, answer: '' })
    .onConflictDoNothing()
    .returning({ submissionId: reviewSubmission.submissionId })
  if (claimed.length > 0) return null
  const [earlier] = await tx
    .select({ fingerprint: reviewSubmission.fingerprint, answer: reviewSubmission.answer })
    .from(reviewSubmission)
    .where(keyOf(submission))
  if (earlier === undefined) throw new Error('a submission that the key says is there was not found')
  if (!Buffer.from(earlier.fingerprint).equals(fingerprint)) throw new DomainError('submission.mismatch')
  return earlier.answer
}

/** Keeps the answer of a claimed submission. */
export const answerSubmission = async (tx: Transaction, submission: Submission, answer: string): Promise<void> => {
  await tx.update(reviewSubmission).set({ answer }).where(keyOf(submission))
}
