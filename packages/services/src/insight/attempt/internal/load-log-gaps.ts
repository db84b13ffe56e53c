import type { Executor } from '@afterword/db/connection/client'
import { logUsage } from '@afterword/db/schema'
import { and, eq, gte, inArray, isNotNull, lte } from 'drizzle-orm'

/** Whether the log of attempts may lack a call of a network at a time (milliseconds since 1970): its quota was used up. */
export type IsOverQuota = (place: string | null, atMs: number) => boolean

/** Calls are written a second or two after they came: those just before the quota was used up may be missing too. */
const batchDelayMs = 60_000

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Reads when the log of attempts stopped keeping rows, around these times, for these networks and for all. */
export const loadLogGaps = async (
  db: Executor,
  calls: readonly { readonly place: string | null; readonly startedAt: Date }[],
): Promise<IsOverQuota> => {
  if (calls.length === 0) return () => false
  const times = calls.map(({ startedAt }) => startedAt.getTime())
  const places = [...new Set(['*', ...calls.map(({ place }) => place ?? 'unknown')])]
  const rows = await db
    .select({ day: logUsage.day, place: logUsage.place, fullSince: logUsage.fullSince })
    .from(logUsage)
    .where(
      and(
        eq(logUsage.log, 'attempts'),
        isNotNull(logUsage.fullSince),
        gte(logUsage.day, dayOf(Math.min(...times))),
        lte(logUsage.day, dayOf(Math.max(...times))),
        inArray(logUsage.place, places),
      ),
    )
  const fullSince = new Map(rows.map(({ day, place, fullSince: at }) => [`${day} ${place}`, at?.getTime() ?? 0]))
  return (place, atMs) =>
    ['*', place ?? 'unknown'].some(
      (name) => (fullSince.get(`${dayOf(atMs)} ${name}`) ?? Number.POSITIVE_INFINITY) <= atMs + batchDelayMs,
    )
}
