import { type DailyCounts, shop, shopDailyRun } from '@afterword/db/schema'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { toCallerError } from '../../kernel/caller-error.ts'
import { requireSystem } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { deleteEndedLinks } from './internal/delete-ended-links.ts'
import { deleteLinkHits } from './internal/delete-link-hits.ts'
import { deleteOldCodes } from './internal/delete-old-codes.ts'
import { deleteOldRuns } from './internal/delete-old-runs.ts'
import { deleteSettledDrafts } from './internal/delete-settled-drafts.ts'
import { emptyWebhookBodies } from './internal/empty-webhook-bodies.ts'
import { repairRatings } from './internal/repair-ratings.ts'
import type { ShopTask } from './internal/shop-task.ts'

interface RunKey {
  readonly shopId: string
  readonly day: string
}

interface RunDailyWork {
  readonly ctx: ServiceContext
  readonly input: RunKey & {
    /** Whether a failure now is final. */
    readonly isLastTry: boolean
  }
  /** Aborts when the worker stops or the job has run out of time; the run goes on with its next try. */
  readonly signal: AbortSignal
}

const isOpenRun = ({ shopId, day }: RunKey) =>
  and(eq(shopDailyRun.shopId, shopId), eq(shopDailyRun.day, day), isNull(shopDailyRun.finishedAt))

const startRun = async (ctx: ServiceContext, run: RunKey): Promise<boolean> => {
  const started = await ctx.db
    .update(shopDailyRun)
    .set({ startedAt: ctx.now(), attempts: sql`${shopDailyRun.attempts} + 1` })
    .from(shop)
    .where(and(isOpenRun(run), eq(shop.id, shopDailyRun.shopId), isNull(shop.uninstalledAt)))
    .returning({ day: shopDailyRun.day })
  return started.length > 0
}

const runTasks = async (task: ShopTask): Promise<DailyCounts> => {
  const ratings = await repairRatings(task)
  return {
    ratingsChecked: ratings.checked,
    ratingsRepaired: ratings.repaired,
    linksDeleted: await deleteEndedLinks(task),
    oldCodesDeleted: await deleteOldCodes(task),
    draftsDeleted: await deleteSettledDrafts(task),
    linkHitsDeleted: await deleteLinkHits(task),
    runsDeleted: await deleteOldRuns(task),
    webhookBodiesEmptied: await emptyWebhookBodies(task),
  }
}

/**
 * Does a shop's daily work: puts ratings right that do not fit their reviews, and deletes what has ended.
 * Every task may run any number of times, so a run that died is simply run again; a finished one is left
 * alone, and so is a shop that uninstalled.
 *
 * @returns What it did, or null when there was nothing to do.
 * @throws DomainError `permission.denied`; whatever the database throws, so that the job tries again.
 */
export const runDailyWork = async ({ ctx, input, signal }: RunDailyWork): Promise<DailyCounts | null> => {
  requireSystem(ctx)
  if (!(await startRun(ctx, input))) return null
  try {
    const counts = await runTasks({ db: ctx.db, shopId: input.shopId, now: ctx.now(), signal })
    await ctx.db
      .update(shopDailyRun)
      .set({ finishedAt: ctx.now(), outcome: 'done', lastError: null, counts })
      .where(isOpenRun(input))
    return counts
  } catch (error) {
    // A worker that stops says nothing about the run: it stays open, and a lost job is put back.
    if (signal.aborted) throw error
    const lastError = toCallerError(error).code
    const ending = input.isLastTry ? ({ finishedAt: ctx.now(), outcome: 'failed' } as const) : {}
    await ctx.db
      .update(shopDailyRun)
      .set({ lastError, ...ending })
      .where(isOpenRun(input))
    throw error
  }
}
