import { openDatabase } from '@afterword/db/connection/client'
import { sql } from 'drizzle-orm'
import { fork } from 'node:child_process'
import path from 'node:path'
import { seedDay } from './incidents/seed-day.ts'

interface Joined {
  readonly reports: number
  readonly serverOnly: number
  readonly joinMs: number
  readonly settleMs: number
  /** Peak resident set of the joining process, before it joined and in the end. */
  readonly startMb: number
  readonly peakMb: number
}

const join = async (databaseUrl: string, since: Date): Promise<Joined> => {
  const child = fork(path.join(import.meta.dirname, 'incidents/joiner.ts'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, JOIN_SINCE: since.toISOString() },
  })
  return await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Joined))
    child.once('exit', (code) => reject(new Error(`The joining process ended (code ${code}).`)))
  })
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

/** Joins a generated day of attempts, and a tenth of it: time, and memory that must not grow with it. */
export const benchIncidents = async (databaseUrl: string, attempts = 1_000_000): Promise<void> => {
  console.log('A day of attempts over 200 shops; of each hundred 3 reported and 2 seen by the server only.\n')
  console.log(
    line([
      'attempts',
      'failures joined',
      'incidents',
      'join s',
      'attempts/s',
      'failures/s',
      'settle s',
      'RSS before MB',
      'peak RSS MB',
    ]),
  )
  console.log(line(Array.from({ length: 9 }, () => '---')))
  for (const amount of [Math.ceil(attempts / 10), attempts]) {
    const { db, close } = openDatabase({ url: databaseUrl, maxConnections: 1 })
    const day = await seedDay(db, amount)
    const { reports, serverOnly, joinMs, settleMs, startMb, peakMb } = await join(databaseUrl, day)
    const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from incident`)
    await close()
    const perSecond = (count: number): number => Math.round(count / (joinMs / 1_000))
    const failures = reports + serverOnly
    const seconds = [joinMs, settleMs].map((ms) => (ms / 1_000).toFixed(1))
    const rates = [perSecond(amount), perSecond(failures)]
    console.log(
      line([
        amount,
        failures,
        row?.count ?? 0,
        seconds[0] ?? '',
        ...rates,
        seconds[1] ?? '',
        Math.round(startMb),
        Math.round(peakMb),
      ]),
    )
  }
}
