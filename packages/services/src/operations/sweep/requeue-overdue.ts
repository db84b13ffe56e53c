import { reviewRequest, shop, webhookDelivery } from '@afterword/db/schema'
import { processWebhook } from '@afterword/jobs/definitions/process-webhook'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { and, asc, eq, sql } from 'drizzle-orm'
import { isOpenRequest } from '../../asking/request/request-state.ts'
import type { ServiceDeps } from '../../kernel/context.ts'
import { hasLeftRow } from '../../shop/has-left.ts'

/** How late something must be before its job is taken to be lost. A claim that is held is not late, however long its mail takes. */
const lateMinutes = 5
/** A lost job is put back at most once in this time. */
const throttleSeconds = 600
/** Per run; the next one takes more. */
const batchSize = 200

/**
 * Puts jobs back for what is due and nobody works on: a job may have run out without a note, when a
 * worker died on its last try or the queue's tables were restored from a backup. Safe to run often
 * and on several workers: each verb checks what it may do, and the queue drops the repeats.
 *
 * @returns How many of each were put back.
 */
export const requeueOverdue = async (
  deps: Pick<ServiceDeps, 'db' | 'jobs'>,
): Promise<{ requests: number; deliveries: number }> => {
  const { db, jobs } = deps
  const isLate = (column: unknown) => sql`${column} < now() - make_interval(mins => ${lateMinutes})`
  const requests = await db
    .select({ shopId: reviewRequest.shopId, reviewRequestId: reviewRequest.id })
    .from(reviewRequest)
    // A request of a shop that may be gone has a job for the end of its wait.
    .innerJoin(shop, and(eq(shop.id, reviewRequest.shopId), sql`(${shop.uninstalledAt} is null or ${hasLeftRow})`))
    .where(
      sql`${isOpenRequest} and ${isLate(reviewRequest.sendAt)}
        and (${reviewRequest.claimedUntil} is null or ${isLate(reviewRequest.claimedUntil)})`,
    )
    .orderBy(asc(reviewRequest.sendAt))
    .limit(batchSize)
  for (const data of requests) {
    const throttle = { key: `overdue ${data.reviewRequestId}`, seconds: throttleSeconds }
    await jobs.enqueue(db, sendReviewRequest, data, { throttle })
  }
  const deliveries = await db
    .select({ shopId: webhookDelivery.shopId, webhookId: webhookDelivery.webhookId })
    .from(webhookDelivery)
    .where(sql`${webhookDelivery.processedAt} is null and ${isLate(webhookDelivery.receivedAt)}`)
    .orderBy(asc(webhookDelivery.receivedAt))
    .limit(batchSize)
  for (const data of deliveries) {
    const throttle = { key: `overdue ${data.shopId} ${data.webhookId}`, seconds: throttleSeconds }
    await jobs.enqueue(db, processWebhook, data, { throttle })
  }
  return { requests: requests.length, deliveries: deliveries.length }
}
