import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeDeliveryCursor, decodeRankedCursor, encodeCursor, isAfterCursor, toPage } from './page-cursor.ts'

const id = '01a221fe-29f0-7345-96cf-f4750172d4c9'
const time = '2026-11-20 08:02:11.123456+00'
const refused = { code: 'page_cursor.invalid' }
const key = [sql`t.at`, sql`t.id`] as const

describe('a cursor', () => {
  test('keeps the microseconds of a time, and is safe in an address', () => {
    const cursor = encodeCursor([7, time, id])
    expect(cursor).toMatch(/^[\w-]+$/)
    expect(decodeRankedCursor(cursor)).toEqual([7, time, id])
    expect(decodeDeliveryCursor(encodeCursor([time, 'webhook 1']))).toEqual([time, 'webhook 1'])
  })

  test('compares both parts of the key as parameters, and without one nothing', () => {
    const query = new PgDialect().sqlToQuery(isAfterCursor(encodeCursor([time, id]), key) ?? sql``)
    expect(query.sql).toBe('(t.at, t.id) < ($1::timestamptz, $2::uuid)')
    expect(query.params).toEqual([time, id])
    expect(isAfterCursor(undefined, key)).toBeUndefined()
  })

  test.each([
    ['another list’s', encodeCursor([3, time, id])],
    ['one with a day that no calendar has', encodeCursor(['2026-02-30 08:02:11+00', id])],
    ['one of the year 0', encodeCursor(['0000-01-01 00:00:00+00', id])],
    ['one beyond what Postgres takes as an offset', encodeCursor(['2026-01-01 00:00:00+15', id])],
    ['one with an id that is none', encodeCursor([time, 'x'])],
    ['one with SQL in it', encodeCursor([time, `${id}'); drop table review; --`])],
    ['an object', Buffer.from('{"0":1}').toString('base64url')],
    ['text that is no JSON', 'AAAA'],
    ['nothing', ''],
  ])('that is %s is refused as one', (_name, cursor) => {
    expect(() => isAfterCursor(cursor, key)).toThrow(expect.objectContaining(refused))
  })

  test('whatever somebody makes up is read or refused, and breaks nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), (text) => {
        for (const cursor of [text, Buffer.from(text).toString('base64url')]) {
          try {
            isAfterCursor(cursor, key)
          } catch (error) {
            expect(error).toMatchObject(refused)
          }
        }
      }),
    )
  })
})

describe('a page', () => {
  const map = { item: (row: number) => row * 10, keyOf: (row: number) => [row] }

  test('of one row more than fits ends with the key of the last it shows', () => {
    expect(toPage([1, 2, 3], 2, map)).toEqual({ items: [10, 20], nextCursor: encodeCursor([2]) })
  })

  test.each([[[1, 2]], [[1]], [[]]])('of %j, which fit, has no next one', (rows) => {
    expect(toPage(rows, 2, map).nextCursor).toBeNull()
  })
})
