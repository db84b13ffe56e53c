import type { Executor } from '@afterword/db/connection/client'
import { processMark, serverAttempt } from '@afterword/db/schema'
import { makeAttemptPartitions } from './keep-partitions.ts'
import { type DayQuota, withinQuota } from './log-quota.ts'

export type AttemptRow = typeof serverAttempt.$inferInsert

interface RecorderOptions {
  readonly db: Executor
  readonly now: () => Date
  /** What all calls together may take in a day; one network may use a share of it. */
  readonly quota: DayQuota
  /** What happens to rows that could not be kept. Never throws into the caller. */
  readonly onLoss: (count: number, error: unknown) => void
  /** Rows that may wait; older ones are dropped beyond it. */
  readonly maxWaiting?: number
  readonly intervalMs?: number
}

export interface AttemptRecorder {
  /** Takes a row. Costs the caller nothing and never fails. */
  add(row: AttemptRow): void
  /** Writes what waits. */
  flush(): Promise<void>
  /** Writes what waits and stops. */
  stop(): Promise<void>
}

const batchSize = 500

/**
 * Writes attempts to the log in batches, beside the work. While Postgres is away the newest rows wait,
 * up to a bound. Beyond the day's quota rows are counted and not kept.
 */
export const createAttemptRecorder = (options: RecorderOptions): AttemptRecorder => {
  const { db, now, quota, onLoss, maxWaiting = 20_000, intervalMs = 1_000 } = options
  let waiting: AttemptRow[] = []
  let writing: Promise<void> = Promise.resolve()
  let hasPartitionsUntil = 0
  /** Since when rows have been lost; null while none have. */
  let lostSince: Date | null = null

  const lose = (count: number, error: unknown): void => {
    lostSince ??= now()
    onLoss(count, error)
  }

  const write = async (rows: AttemptRow[]): Promise<void> => {
    const at = now()
    if (at.getTime() > hasPartitionsUntil) {
      await makeAttemptPartitions(db, at)
      hasPartitionsUntil = at.getTime() + 3_600_000
    }
    await db.transaction(async (tx) => {
      const kept = await withinQuota(tx, { log: 'attempts', quota, now: at, rows, place: (row) => row.place ?? null })
      if (kept.length > 0)
        await tx
          .insert(serverAttempt)
          .values([...kept])
          .onConflictDoNothing()
    })
    if (lostSince === null) return
    // Anyone who joins must know that the log has a hole.
    await db.insert(processMark).values({ kind: 'gap', name: 'log of attempts', at: lostSince, until: at })
    lostSince = null
  }

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const rows = waiting.splice(0, batchSize)
      try {
        await write(rows)
      } catch (error) {
        waiting = [...rows, ...waiting]
        const excess = waiting.length - maxWaiting
        if (excess > 0) {
          waiting = waiting.slice(excess)
          lose(excess, error)
        }
        return
      }
    }
  }

  const flush = async (): Promise<void> => {
    writing = writing.then(drain)
    await writing
  }
  const timer = setInterval(() => void flush(), intervalMs)
  timer.unref()
  return {
    add(row) {
      waiting.push(row)
      if (waiting.length > maxWaiting) {
        waiting.shift()
        lose(1, new Error('too many attempts wait to be written'))
      }
      if (waiting.length >= batchSize) void flush()
    },
    flush,
    async stop() {
      clearInterval(timer)
      await flush()
    },
  }
}
