import { DomainError } from '@afterword/errors'
import type { Page } from '@afterword/validation/primitives/pagination'
import { textSchema } from '@afterword/validation/primitives/text'
import { sql, type SQLWrapper } from 'drizzle-orm'
import { z } from 'zod'

/** The last row's key. Times are kept as Postgres' text: a Date would drop the microseconds. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** @throws DomainError `page_cursor.invalid` */
const decodeCursor = <Key extends z.ZodType>(schema: Key, cursor: string): z.output<Key> => {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new DomainError('page_cursor.invalid', { cause })
  }
}

const timePattern = /^(?!0000)(\d{4}-\d\d-\d\d) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/

/** Whether the calendar has the day, so that Postgres does not refuse a made-up cursor with an error. */
const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** Postgres' own text form of a timestamptz. */
const cursorTime = z
  .string()
  .regex(timePattern)
  .refine((text) => isDay(text.slice(0, 10)))

/** Key of lists by time, then id. */
const timeKeySchema = z.tuple([cursorTime, z.uuid()])

const decodeTimeCursor = (cursor: string): z.output<typeof timeKeySchema> => decodeCursor(timeKeySchema, cursor)

/**
 * Whether a row comes after the one a cursor names, in a list that falls by time, then id.
 *
 * @param key  The row's, two expressions.
 * @returns Undefined without a cursor: every row does.
 * @throws DomainError `page_cursor.invalid`
 */
export const isAfterCursor = (cursor: string | undefined, key: readonly [time: SQLWrapper, id: SQLWrapper]) => {
  if (cursor === undefined) return undefined
  const [time, id] = decodeTimeCursor(cursor)
  return sql<boolean>`(${key[0]}, ${key[1]}) < (${time}::timestamptz, ${id}::uuid)`
}

const rankedKeySchema = z.tuple([z.int32(), cursorTime, z.uuid()])

/** Key of lists by a rank, then time, then id. @throws DomainError `page_cursor.invalid` */
export const decodeRankedCursor = (cursor: string): z.output<typeof rankedKeySchema> =>
  decodeCursor(rankedKeySchema, cursor)

/**
 * A page out of one row more than fits: the surplus row only tells that there is a next page.
 *
 * @param keyOf  The key of a row as the cursor holds it.
 */
export const toPage = <Row, Item>(
  rows: readonly Row[],
  pageSize: number,
  map: {
    readonly item: (row: Row) => Item
    readonly keyOf: (row: Row) => readonly (string | number)[]
  },
): Page<Item> => {
  const kept = rows.slice(0, pageSize)
  const last = kept.at(-1)
  return {
    items: kept.map(map.item),
    nextCursor: rows.length > pageSize && last !== undefined ? encodeCursor(map.keyOf(last)) : null,
  }
}

const deliveryKeySchema = z.tuple([cursorTime, textSchema()])

/** Key of the list of deliveries: time, then the platform's id. @throws DomainError `page_cursor.invalid` */
export const decodeDeliveryCursor = (cursor: string): z.output<typeof deliveryKeySchema> =>
  decodeCursor(deliveryKeySchema, cursor)
