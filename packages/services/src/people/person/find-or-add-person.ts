import type { Transaction } from '@afterword/db/connection/client'
import { userAccount } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import type { NewPerson } from '@afterword/validation/shop/new-shop'

/**
 * The account of an address; a new one has no password, which its person chooses by mail. One statement, so that
 * an address has one account however many add it at once.
 *
 * @returns Its id and whether it was made.
 */
export const findOrAddPerson = async (
  tx: Transaction,
  { email, name }: NewPerson,
): Promise<{ readonly userId: string; readonly isNew: boolean }> => {
  const [row] = await tx.execute<{ id: string; is_new: boolean }>(sql`
    insert into ${userAccount} as u (email, name) values (${email}, ${name})
    on conflict (email) do update set email = u.email
    returning u.id, u.xmax = 0 as is_new`)
  if (row === undefined) throw new Error('An upsert returned no row.')
  return { userId: row.id, isNew: row.is_new }
}
