import { seedDemoShop } from '@afterword/db/seed/seed-demo-shop'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sql } from 'drizzle-orm'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { replayIncidents } from '../replay/replay-incidents.ts'

const { db } = await useTestDatabase()
const sample = path.resolve(import.meta.dirname, '../../../../../docs/samples/old-log.jsonl')

/** The day after the sample's last, as the demo has it. */
const now = new Date('2026-11-23T12:00:00Z')

test('the sample in docs/ shows the demo shop’s orders and items, one incident for each cause', async () => {
  const account = (name: string) => ({ email: `${name}@example.com`, name, passwordHash: 'hash' })
  await seedDemoShop(db, {
    now,
    accounts: { admin: account('ada'), operator: account('olu') },
    webhookSecretSealed: new Uint8Array(1),
  })
  const ctx = { db, principal: { kind: 'system' }, requestId: 'test' } as const
  const open = () => createInterface({ input: createReadStream(sample, 'utf8') })
  const { lines, incidents } = await replayIncidents({ ctx, input: { open, now } })
  expect(lines).toBeLessThanOrEqual(60)
  expect(incidents.map(({ verdict, sentence }) => `${verdict}: ${sentence}`)).toMatchInlineSnapshot(`
    [
      "lost_response: 4 calls to review.submit failed in the browser for Hearth & Wool, order #1057 (3 of 3 line items), on 20 Nov 2026 between 08:02 and 08:04 UTC; the server finished all 4 within 32 ms while browsers waited up to 3.4 s; responses were lost; 3 items recovered.",
      "lost_response: 2 calls to review.submit failed in the browser for Hearth & Wool, order #1055 (2 of 3 line items), on 21 Nov 2026 at 08:11 UTC; the server finished both within 26 ms while browsers waited up to 2.5 s; responses were lost; 2 items recovered.",
      "never_arrived: 2 calls to review.submit failed in the browser for Hearth & Wool, order #1055 (1 of 3 line items), on 21 Nov 2026 at 12:20 UTC; the server has no trace of them and its log has no gap; 1 item given up (#1055).",
      "server_error: 2 calls to review.submit failed in the browser for Hearth & Wool, order #1053 (1 of 2 line items), on 21 Nov 2026 at 15:40 UTC; the server finished both within 5.0 s while browsers waited up to 5.1 s; the server answered that it failed; 1 item recovered.",
      "mail_scanner: 2 visits of mail scanners to /write/detail/[code] on 22 Nov 2026 at 09:14 UTC; no person was there.",
      "aborted_by_visitor: 1 call to review.submit failed in the browser for Hearth & Wool, order #1056 (1 of 2 line items), on 22 Nov 2026 at 10:05 UTC; the page was left meanwhile; 1 item given up (#1056).",
      "offline: 1 call to review.submit failed in the browser for Hearth & Wool, order #1058 (1 of 2 line items), on 22 Nov 2026 at 10:31 UTC; the device had no connection; 1 item given up (#1058).",
      "timed_out: 1 call to review.submit failed in the browser for Hearth & Wool, order #1054 (1 of 1 line item), on 22 Nov 2026 at 11:02 UTC; the server finished it within 10.4 s while the browser waited up to 10.0 s; the answer came too late or not at all; 1 item recovered.",
      "blocked_by_client: 1 call to review.submit failed in the browser for Hearth & Wool, order #1055 (1 of 3 line items), on 22 Nov 2026 at 11:40 UTC; the browser sent nothing; 1 item given up (#1055).",
      "browser_noise: 1 error of a browser on /write/detail/[code] on 22 Nov 2026 at 13:00 UTC; no call of ours was the cause.",
    ]
  `)
})

test('what the sample tells is true of the demo: asked before, stored when it says so, and only the rest given up', async () => {
  const untrue = await db.execute(sql`
    select s.received_at, o.name from server_attempt s
    join review_request r on r.shop_id = s.shop_id and r.id = s.review_request_id
    join shop_order o on o.shop_id = r.shop_id and o.id = r.order_id
    left join review v on v.shop_id = s.shop_id and v.line_item_id = s.line_item_id
    where r.sent_at > s.received_at or s.committed_at is not null and v.created_at is distinct from s.committed_at
    union all
    select a.started_at, a.outcome from incident_attempt a
    left join review v on v.shop_id = a.shop_id and v.line_item_id = a.line_item_id
    left join line_item i on i.shop_id = a.shop_id and i.id = a.line_item_id
    left join review_request r on r.shop_id = i.shop_id and r.order_id = i.order_id
    where a.submission_id is not null
      and (r.sent_at is null or r.sent_at > a.started_at or (a.outcome <> 'gave_up') <> (v.id is not null))`)
  expect(untrue).toEqual([])
  const [counted] = await db.execute(
    sql`select count(*)::int as committed from server_attempt where committed_at is not null`,
  )
  expect(counted).toEqual({ committed: 6 })
})
