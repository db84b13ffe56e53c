import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { useTestDatabase } from './testing/template-db.ts'

const { db } = await useTestDatabase()

/** Not a shop's own: the shop itself, people (who may belong to several shops), their sessions and ways in. */
const globalTables = new Set([
  'shop',
  'user_account',
  'user_identity',
  'auth_session',
  'auth_event',
  'sign_in_token',
  'signing_key',
  'refresh_pepper',
  'attempt_count',
  'mail_allowance',
  'log_usage',
  'operator_alert',
  'operator_audit_log',
  'client_report',
  'client_outcome',
  'incident',
  'incident_attempt',
  'process_mark',
  'browser_report',
  'schedule_window',
])

/** The operator's log of attempts has a partition per day. */
const isGlobal = (name: string): boolean => globalTables.has(name) || name.startsWith('server_attempt')

test('every key and foreign key of a tenant table leads with shop_id', async () => {
  const keys = await db.execute<{ table_name: string; key_name: string; first_column: string }>(sql`
    select c.relname as table_name, i.relname as key_name, a.attname as first_column
    from pg_index x
    join pg_class c on c.oid = x.indrelid and c.relnamespace = 'public'::regnamespace
    join pg_class i on i.oid = x.indexrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
    where x.indisunique
    union all
    select c.relname, f.conname, a.attname
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid and c.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
    where f.contype = 'f'`)
  const tenantKeys = keys.filter((key) => !isGlobal(key.table_name))
  expect(tenantKeys.length).toBeGreaterThan(30)
  expect(tenantKeys.filter((key) => key.first_column !== 'shop_id')).toEqual([])
})

test('every table but the global ones has a shop_id that may not be null', async () => {
  const tables = await db.execute<{ table_name: string; is_nullable: string | null }>(sql`
    select t.table_name, c.is_nullable
    from information_schema.tables t
    left join information_schema.columns c
      on c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'shop_id'
    where t.table_schema = 'public'`)
  const tenantTables = tables.filter((table) => !isGlobal(table.table_name))
  expect(tenantTables.length).toBeGreaterThan(10)
  expect(tenantTables.filter((table) => table.is_nullable !== 'NO')).toEqual([])
})
