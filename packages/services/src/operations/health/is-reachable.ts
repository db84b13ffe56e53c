import { sql } from 'drizzle-orm'
import type { ServiceDeps } from '../../kernel/context.ts'

/** Whether the database answers. */
export const isReachable = async ({ db }: Pick<ServiceDeps, 'db'>): Promise<boolean> =>
  await db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
