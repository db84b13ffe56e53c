import type { review, reviewReply, reviewVote } from '../schema.ts'
import { shiftTime } from './duration.ts'
import type { PlannedReview } from './plan-reviews.ts'
import type { DemoHandle } from './products.ts'
import type { Random } from './random.ts'

export const createReviewRows = (
  shopId: string,
  products: ReadonlyMap<DemoHandle, { readonly id: string }>,
  reviews: readonly PlannedReview[],
) =>
  reviews.map(
    (planned) =>
      ({
        shopId,
        id: planned.id,
        productId: products.get(planned.handle)?.id as string,
        lineItemId: planned.lineItemId,
        customerId: planned.customerId,
        rating: planned.stars,
        title: planned.title,
        body: planned.body,
        authorName: planned.authorName,
        locale: planned.language,
        status: planned.status,
        rejectReason: planned.rejectReason,
        isVerified: planned.lineItemId !== null,
        helpfulCount: planned.helpfulCount,
        // A moderator's act raises it.
        version: planned.status === 'pending' ? 1 : 2,
        publishedAt: planned.publishedAt,
        createdAt: planned.createdAt,
      }) satisfies typeof review.$inferInsert,
  )

export const createReplyRows = (shopId: string, authorUserId: string, reviews: readonly PlannedReview[]) =>
  reviews.flatMap(({ id, reply, repliedAt }) =>
    reply === undefined || repliedAt === null
      ? []
      : [
          {
            shopId,
            reviewId: id,
            body: reply,
            authorUserId,
            createdAt: repliedAt,
            updatedAt: repliedAt,
          } satisfies typeof reviewReply.$inferInsert,
        ],
  )

/** A vote for each that a review counts, from visitors that nobody can name. */
export const createVoteRows = (
  random: Random,
  shopId: string,
  input: { reviews: readonly PlannedReview[]; now: Date },
) =>
  input.reviews.flatMap(({ id, publishedAt, helpfulCount }) =>
    Array.from({ length: helpfulCount }, () => {
      const since = publishedAt ?? input.now
      return {
        shopId,
        reviewId: id,
        voterHash: Uint8Array.from({ length: 32 }, () => random.int(0, 255)),
        createdAt: shiftTime(since, (input.now.getTime() - since.getTime()) * random.next()),
      } satisfies typeof reviewVote.$inferInsert
    }),
  )
