import { type SQL, sql } from 'drizzle-orm'
import type { ShopTask } from './shop-task.ts'

/** Rows that one transaction changes: it holds its locks for some milliseconds. */
const batchSize = 500

interface Ended {
  /** The table, as it is called in `isEnded`. */
  readonly table: SQL
  /** Which rows of the shop are meant. Looked at again for a row that somebody changed meanwhile. */
  readonly isEnded: SQL
}

/**
 * Runs a statement over a shop's rows, each batch in a transaction of its own. Rows that somebody holds are left for
 * another day instead of waited for.
 */
const runInBatches = async (
  { db, shopId, signal }: ShopTask,
  { table, isEnded }: Ended,
  verb: SQL,
): Promise<number> => {
  let done = 0
  for (;;) {
    signal.throwIfAborted()
    const rows = await db.execute(sql`
      ${verb} where ctid = any(array(
        select ctid from ${table} where shop_id = ${shopId} and ${isEnded}
        limit ${batchSize} for update skip locked))
      returning 1`)
    done += rows.length
    if (rows.length < batchSize) return done
  }
}

/** Deletes a shop's rows. @returns how many */
export const deleteInBatches = async (task: ShopTask, ended: Ended): Promise<number> =>
  await runInBatches(task, ended, sql`delete from ${ended.table}`)

/** Empties columns of a shop's rows, which are not meant any more afterwards. @returns how many */
export const emptyInBatches = async (task: ShopTask, ended: Ended & { readonly change: SQL }): Promise<number> =>
  await runInBatches(task, ended, sql`update ${ended.table} set ${ended.change}`)
