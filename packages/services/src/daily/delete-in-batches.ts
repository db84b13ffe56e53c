import { type SQL, sql } from 'drizzle-orm'
import type { ShopTask } from './shop-task.ts'

/** Rows that one transaction deletes: it holds its locks for some milliseconds. */
const batchSize = 500

interface Deletion {
  /** The table, as it is called in `isEnded`. */
  readonly table: SQL
  /** Which rows of the shop go. Looked at again for a row that somebody changed meanwhile. */
  readonly isEnded: SQL
}

/**
 * Deletes a shop's rows, each batch in a transaction of its own. Rows that somebody holds are left for
 * another day instead of waited for.
 *
 * @returns how many
 */
export const deleteInBatches = async ({ db, shopId, signal }: ShopTask, deletion: Deletion): Promise<number> => {
  const { table, isEnded } = deletion
  let deleted = 0
  for (;;) {
    signal.throwIfAborted()
    const rows = await db.execute(sql`
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where shop_id = ${shopId} and ${isEnded}
        limit ${batchSize} for update skip locked))
      returning 1`)
    deleted += rows.length
    if (rows.length < batchSize) return deleted
  }
}
