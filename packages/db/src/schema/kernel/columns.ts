import { sql } from 'drizzle-orm'
import { bigint, customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Case-insensitive text (`citext`): e-mail addresses compare equal whatever their case. */
export const citext = customType<{ data: string }>({ dataType: () => 'citext' })

/** Raw bytes: hashes and sealed secrets. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})

/** The shard key. Leads every key of a tenant's table. */
export const shopId = () => uuid().notNull()

/** A UUIDv7 made by Postgres, so ids sort by the time they were made. */
export const newId = () =>
  uuid()
    .notNull()
    .default(sql`uuidv7()`)

export const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 6 })

export const createdAt = () => instant().notNull().defaultNow()

/** Money in integer minor units; the currency stands beside it. */
export const minorUnits = () => bigint({ mode: 'number' })
