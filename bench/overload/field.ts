import { type Database, openDatabase } from '@afterword/db/connection/client'
import { sql } from 'drizzle-orm'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { findFreePort, startServer, stopServer } from '../processes.ts'
import { seedReviews } from '../seed.ts'
import type { Order, Outcome } from './load.ts'
import { seedSendables } from './seed.ts'

export interface Field {
  readonly run: (order: Exclude<Order, { kind: 'stock' }>) => Promise<Outcome>
  /** Memory of the api process that is in RAM, in MB. */
  readonly readRssMb: () => Promise<number>
  /** Line items that have a review, and those that have more than one. */
  readonly countStored: () => Promise<{ stored: number; twice: number }>
  readonly stop: () => Promise<void>
}

/** Bytes of a page of memory on the machines we run on. */
const pageBytes = 4_096

const countStored = async (db: Database): Promise<{ stored: number; twice: number }> => {
  const [row] = await db.execute<{ stored: number; twice: number }>(sql`
    select count(*)::int as stored, (count(*) filter (where n > 1))::int as twice
    from (select count(*) as n from review where line_item_id is not null group by line_item_id) counted`)
  return row ?? { stored: 0, twice: 0 }
}

/** apps/api as it is shipped, a load process, and so many line items to review. */
export const openField = async (databaseUrl: string, sendables: number): Promise<Field> => {
  const { db, close } = openDatabase({ url: databaseUrl })
  const product = await seedReviews(db)
  const seeded = await seedSendables(db, sendables)
  await db.execute(sql`analyze`)
  const port = await findFreePort()
  const api: ChildProcess = await startServer('apps/api/src/main.ts', {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATABASE_CONNECTIONS: '10',
    AFTERWORD_SECRET: 'a secret of thirty-two characters or more',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    WEB_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'fatal',
  })
  const load = fork(path.join(import.meta.dirname, 'load.ts'), [String(port), `${product.path}/reviews?limit=10`])
  load.send({ kind: 'stock', sendables: seeded } satisfies Order)
  return {
    async run(order) {
      const answered = once(load, 'message')
      load.send(order)
      const [outcome] = (await answered) as [Outcome]
      return outcome
    },
    async readRssMb() {
      const pages = Number((await readFile(`/proc/${api.pid}/statm`, 'utf8')).split(' ')[1])
      return Math.round((pages * pageBytes) / 1_048_576)
    },
    countStored: async () => await countStored(db),
    async stop() {
      load.disconnect()
      await stopServer(api)
      await close()
    },
  }
}
