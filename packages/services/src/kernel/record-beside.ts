import type { Transaction } from '@afterword/db/connection/client'

/**
 * Writes a record within a transaction that goes on without it: a savepoint keeps a table that is locked, full or away
 * from undoing what the transaction is for. A connection that is lost still undoes the whole.
 */
export const recordBeside = async (
  tx: Transaction,
  write: (inner: Transaction) => Promise<void>,
  onLoss: (error: unknown) => void,
): Promise<void> => {
  try {
    await tx.transaction(write)
  } catch (error) {
    onLoss(error)
  }
}
