import type { Executor } from '@afterword/db/connection/client'
import { sql } from 'drizzle-orm'

const dayMs = 24 * 3_600_000
/** Days made ahead: a worker that rests for two days leaves no gap. */
const daysAhead = 3
const namePattern = /^server_attempt_(\d{4})(\d{2})(\d{2})$/

const startOfDay = (at: Date): Date => new Date(Math.floor(at.getTime() / dayMs) * dayMs)
const nameOf = (day: Date): string => `server_attempt_${day.toISOString().slice(0, 10).replaceAll('-', '')}`

/** Any number: two processes that make the same day at once would refuse each other. */
const partitionLock = 8_214_310

const makeDay = async (db: Executor, day: Date): Promise<void> => {
  const [from, until] = [day, new Date(day.getTime() + dayMs)].map((end) => end.toISOString())
  await db.execute(
    sql.raw(
      `create table if not exists ${nameOf(day)} partition of server_attempt for values from ('${from}') to ('${until}')`,
    ),
  )
}

/** Makes the partitions for these days only, however long ago. Safe from several processes at once. */
export const makePartitionsOf = async (db: Executor, days: Iterable<string>): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${partitionLock})`)
    for (const day of days) await makeDay(tx, startOfDay(new Date(day)))
  })
}

/**
 * Makes the partitions of the log of attempts for a day and the days after it. Safe from several
 * processes at once.
 *
 * @param from  The first day that is needed; default yesterday.
 */
export const makeAttemptPartitions = async (
  db: Executor,
  now: Date,
  from: Date = new Date(now.getTime() - dayMs),
): Promise<void> => {
  const last = startOfDay(now).getTime() + daysAhead * dayMs
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${partitionLock})`)
    for (let day = startOfDay(from).getTime(); day <= last; day += dayMs) await makeDay(tx, new Date(day))
  })
}

/** Drops the days that are older than the retention time. @returns how many */
export const dropAttemptPartitions = async (db: Executor, now: Date, retentionDays: number): Promise<number> => {
  const rows = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'server_attempt'::regclass`)
  const oldest = startOfDay(now).getTime() - retentionDays * dayMs
  const old = rows.filter(({ name }) => {
    const [, year, month, day] = namePattern.exec(name) ?? []
    return year !== undefined && Date.parse(`${year}-${month}-${day}T00:00:00Z`) < oldest
  })
  for (const { name } of old) await db.execute(sql.raw(`drop table if exists ${name}`))
  return old.length
}
