import type { Executor } from '@afterword/db/connection/client'

/** What each task of a shop's daily work is given. */
export interface ShopTask {
  readonly db: Executor
  readonly shopId: string
  readonly now: Date
  /** Looked at between batches. */
  readonly signal: AbortSignal
}
