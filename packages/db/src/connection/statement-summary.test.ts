import { expect, test } from 'vitest'
import { summarizeStatement } from './statement-summary.ts'

test.each([
  ['insert into "review" ("id", "body") values ($1, $2) returning "id"', 'INSERT review'],
  ['select "id" from "review_link" where "code_hash" = $1', 'SELECT review_link'],
  ['update "auth_session" set "gen" = $1 where "id" = $2', 'UPDATE auth_session'],
  ['delete from "review_draft" where "shop_id" = $1', 'DELETE review_draft'],
  ['INSERT INTO pgboss.job (id, name) SELECT id FROM json_to_recordset($1)', 'INSERT pgboss.job SELECT'],
  ['insert into a (id) values ($1) on conflict (id) do update set x = 1', 'INSERT a'],
  ['select * from a left join b on a.id = b.id for update', 'SELECT a b'],
  ['select count(*) from a for no key update skip locked', 'SELECT a'],
  [
    'with found as materialized (select id from a), x(y) as (select 1) select * from found join x on true',
    'SELECT a SELECT SELECT',
  ],
  ['select extract(epoch from received_at - at) from (select 1) s where a is distinct from b', 'SELECT SELECT'],
  ['select from x join lateral (select id from y) z on true', 'SELECT x SELECT y'],
  ['set local lock_timeout = 100', 'SET'],
  ['  listen wakeups', 'LISTEN'],
])('%s', (text, summary) => {
  expect(summarizeStatement(text)).toEqual({ summary, operation: summary.split(' ')[0] })
})

test('no value reaches the summary, wherever the text holds one', () => {
  const text = `select 'from secret' from a -- from hidden
    where note = 'it''s from mail@example.com' /* join other */ and b = $1`
  expect(summarizeStatement(text).summary).toBe('SELECT a')
})

test('a statement of many parts is cut', () => {
  const text = Array.from({ length: 90 }, (_, index) => `select from table_${index}`).join(' union ')
  expect(summarizeStatement(text).summary).toHaveLength(120)
})
