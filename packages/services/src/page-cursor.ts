import { DomainError } from '@afterword/errors'
import type { Page } from '@afterword/validation/pagination'
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

/** Postgres' own text form of a timestamptz. */
export const cursorTime = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/)

/** Key of lists by time, then id. */
const timeKeySchema = z.tuple([cursorTime, z.uuid()])

/** @throws DomainError `page_cursor.invalid` */
export const decodeTimeCursor = (cursor: string): z.output<typeof timeKeySchema> => decodeCursor(timeKeySchema, cursor)

const rankedKeySchema = z.tuple([z.int(), cursorTime, z.uuid()])

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

const deliveryKeySchema = z.tuple([cursorTime, z.string()])

/** Key of the list of deliveries: time, then the platform's id. @throws DomainError `page_cursor.invalid` */
export const decodeDeliveryCursor = (cursor: string): z.output<typeof deliveryKeySchema> =>
  decodeCursor(deliveryKeySchema, cursor)
