import type { Transaction } from '@afterword/db/connection/client'
import type { logUsage } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

export type LogName = (typeof logUsage.$inferSelect)['log']

/** What a log may take in a day: rows, and bytes as JSON. Beyond either, rows are counted and not kept. */
export interface DayQuota {
  readonly rows: number
  readonly bytes: number
}

export type LogQuotas = Readonly<Record<LogName, DayQuota>>

const bytesPerMegabyte = 1024 * 1024
/** A small row with its share of the indexes: what bounds the number of rows. */
const smallestRowBytes = 512
/** Of the day's quota, one network alone can use so much: others are still heard beside it. */
const networkShare = 1 / 20
/** Stands for all networks together. */
const everywhere = '*'

const quotaOf = (bytes: number): DayQuota => ({ rows: Math.floor(bytes / smallestRowBytes), bytes: Math.floor(bytes) })

/** How much of the disk a day's logs may take: two thirds for the server's own, a sixth for each kind of report. */
export const createLogQuotas = (megabytesPerDay: number): LogQuotas => {
  const bytes = megabytesPerDay * bytesPerMegabyte
  return { attempts: quotaOf((bytes * 2) / 3), reports: quotaOf(bytes / 6), browser_reports: quotaOf(bytes / 6) }
}

interface Batch<Row> {
  readonly log: LogName
  readonly quota: DayQuota
  readonly now: Date
  readonly rows: readonly Row[]
  readonly place: (row: Row) => string | null
}

interface Counted extends Record<string, unknown> {
  readonly place: string
  readonly is_full: boolean
}

const sumByPlace = <Row>({ rows, place }: Batch<Row>): { place: string; rows: number; bytes: number }[] => {
  const sums = new Map<string, { place: string; rows: number; bytes: number }>()
  for (const row of rows) {
    const key = place(row) ?? 'unknown'
    const sum = sums.get(key) ?? { place: key, rows: 0, bytes: 0 }
    sums.set(key, { place: key, rows: sum.rows + 1, bytes: sum.bytes + JSON.stringify(row).length })
  }
  // Always in one order, so that two processes never wait for each other's rows.
  return [...sums.values()].toSorted((one, other) => (one.place < other.place ? -1 : 1))
}

/** One statement counts a batch for its networks and, of what those may still keep, for all together. */
const countRows = async <Row>(tx: Transaction, batch: Batch<Row>): Promise<ReadonlySet<string>> => {
  const { log, quota, now } = batch
  const day = now.toISOString().slice(0, 10)
  const isFull = (most: DayQuota, rows: string, bytes: string) =>
    sql`(${sql.raw(rows)} > ${most.rows} or ${sql.raw(bytes)} > ${most.bytes})`
  const each = { rows: Math.floor(quota.rows * networkShare), bytes: Math.floor(quota.bytes * networkShare) }
  const grow = (most: DayQuota) => sql`
    on conflict (day, log, place) do update set rows = u.rows + excluded.rows, bytes = u.bytes + excluded.bytes,
      full_since = coalesce(u.full_since,
        case when ${isFull(most, 'u.rows + excluded.rows', 'u.bytes + excluded.bytes')} then now() end)
    returning place, full_since is not null as is_full`
  const counted = await tx.execute<Counted>(sql`
    with batch as (
      select place, rows, bytes from jsonb_to_recordset(${JSON.stringify(sumByPlace(batch))}::text::jsonb)
        as b(place text, rows bigint, bytes bigint)),
    networks as (
      insert into log_usage as u (day, log, place, rows, bytes, full_since)
      select ${day}::date, ${log}, place, rows, bytes, case when ${isFull(each, 'rows', 'bytes')} then now() end
      from batch ${grow(each)}),
    kept as (
      select sum(rows)::bigint as rows, sum(bytes)::bigint as bytes from batch join networks using (place) where not is_full),
    whole as (
      insert into log_usage as u (day, log, place, rows, bytes, full_since)
      select ${day}::date, ${log}, ${everywhere}, rows, bytes, case when ${isFull(quota, 'rows', 'bytes')} then now() end
      from kept where rows > 0 ${grow(quota)})
    select * from networks union all select * from whole`)
  return new Set(counted.filter((row) => row.is_full).map((row) => row.place))
}

const countRefused = async (
  tx: Transaction,
  { log, now }: Pick<Batch<never>, 'log' | 'now'>,
  refused: readonly string[],
): Promise<void> => {
  const sums = new Map<string, number>()
  for (const place of refused) sums.set(place, (sums.get(place) ?? 0) + 1)
  const rows = JSON.stringify([...sums].map(([place, count]) => ({ place, count })))
  await tx.execute(sql`
    update log_usage u set refused_rows = u.refused_rows + r.count
    from jsonb_to_recordset(${rows}::text::jsonb) as r(place text, count bigint)
    where u.day = ${now.toISOString().slice(0, 10)}::date and u.log = ${log} and u.place = r.place`)
}

/**
 * Counts rows against the day's quota of their log, for their network and for all together, in the transaction that
 * writes them.
 *
 * @returns The rows that may be kept.
 */
export const withinQuota = async <Row>(tx: Transaction, batch: Batch<Row>): Promise<readonly Row[]> => {
  if (batch.rows.length === 0) return []
  const full = await countRows(tx, batch)
  if (full.size === 0) return batch.rows
  const placeOf = (row: Row): string => batch.place(row) ?? 'unknown'
  const isRefused = (row: Row): boolean => full.has(everywhere) || full.has(placeOf(row))
  await countRefused(tx, batch, batch.rows.filter(isRefused).map(placeOf))
  return batch.rows.filter((row) => !isRefused(row))
}
