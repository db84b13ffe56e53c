import { shop, shopDailyRun } from '@afterword/db/schema'
import { runDailyWork } from '@afterword/jobs/definitions/run-daily-work'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { ServiceDeps } from '../../kernel/context.ts'

/** How long after its latest start a run's job is taken to be lost. Longer than all tries of a job together. */
const lateMinutes = 60
/** A lost job is put back at most once in this time. */
const throttleSeconds = 3_600
/** Per minute; the next one takes more. */
const batchSize = 50

/**
 * Puts jobs back for runs that nobody finishes: a job may have run out without a note, when a worker died
 * on its last try or the queue's tables were restored from a backup. Runs older than a week are left.
 *
 * @returns How many were put back.
 */
export const requeueLostRuns = async ({ db, jobs, now }: Pick<ServiceDeps, 'db' | 'jobs' | 'now'>): Promise<number> => {
  const at = now().toISOString()
  const latest = sql`coalesce(${shopDailyRun.startedAt}, ${shopDailyRun.queuedAt})`
  const lost = await db
    .select({ shopId: shopDailyRun.shopId, day: shopDailyRun.day })
    .from(shopDailyRun)
    .innerJoin(shop, and(eq(shop.id, shopDailyRun.shopId), isNull(shop.uninstalledAt)))
    .where(
      sql`${shopDailyRun.finishedAt} is null and ${shopDailyRun.queuedAt} > ${at}::timestamptz - interval '7 days'
        and ${latest} < ${at}::timestamptz - make_interval(mins => ${lateMinutes})`,
    )
    .orderBy(asc(shopDailyRun.queuedAt))
    .limit(batchSize)
  for (const run of lost) {
    const throttle = { key: `lost ${run.shopId} ${run.day}`, seconds: throttleSeconds }
    await jobs.enqueue(db, runDailyWork, run, { throttle })
  }
  return lost.length
}
