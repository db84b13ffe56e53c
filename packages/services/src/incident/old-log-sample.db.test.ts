import { seedDemoShop } from '@afterword/db/seed/seed-demo-shop'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { replayIncidents } from './replay-incidents.ts'

const { db } = await useTestDatabase()
const sample = path.resolve(import.meta.dirname, '../../../../docs/samples/old-log.jsonl')

test('the sample in docs/ shows the demo shop’s orders and items, one incident for each cause', async () => {
  const account = (name: string) => ({ email: `${name}@example.com`, name, passwordHash: 'hash' })
  await seedDemoShop(db, {
    now: new Date('2026-11-24T00:00:00Z'),
    accounts: { admin: account('ada'), operator: account('olu') },
    webhookSecretSealed: new Uint8Array(1),
  })
  const open = () => createInterface({ input: createReadStream(sample, 'utf8') })
  const { lines, incidents } = await replayIncidents(db, { open, now: new Date('2026-11-24T00:00:00Z') })
  expect(lines).toBeLessThanOrEqual(60)
  expect(incidents.map(({ verdict, sentence }) => `${verdict}: ${sentence}`)).toMatchInlineSnapshot(`
    [
      "lost_response: 4 calls to review.submit failed in the browser for Hearth & Wool, order #1060 (3 of 3 line items), on 20 Nov 2026 between 08:02 and 08:04 UTC; the server finished all 4 within 32 ms while browsers waited up to 3.4 s; responses were lost; 2 recovered, 1 gave up (#1060).",
      "lost_response: 2 calls to review.submit failed in the browser for Hearth & Wool, order #1037 (2 of 4 line items), on 21 Nov 2026 at 08:11 UTC; the server finished both within 26 ms while browsers waited up to 2.5 s; responses were lost; 2 recovered.",
      "never_arrived: 2 calls to review.submit failed in the browser for Hearth & Wool, order #1055 (1 of 3 line items), on 21 Nov 2026 at 12:20 UTC; the server has no trace of them and its log has no gap; 1 gave up (#1055).",
      "server_error: 2 calls to review.submit failed in the browser for Hearth & Wool, order #1052 (1 of 4 line items), on 21 Nov 2026 at 15:40 UTC; the server finished both within 5.0 s while browsers waited up to 5.1 s; the server answered that it failed; 1 recovered.",
      "mail_scanner: 2 visits of mail scanners to /write/detail/[code] on 22 Nov 2026 at 09:14 UTC; no person was there.",
      "aborted_by_visitor: 1 call to review.submit failed in the browser for Hearth & Wool, order #1060 (1 of 3 line items), on 22 Nov 2026 at 10:05 UTC; the page was left meanwhile; 1 gave up (#1060).",
      "offline: 1 call to review.submit failed in the browser for Hearth & Wool, order #1060 (1 of 3 line items), on 22 Nov 2026 at 10:31 UTC; the device had no connection; 1 gave up (#1060).",
      "timed_out: 1 call to review.submit failed in the browser for Hearth & Wool, order #1060 (1 of 3 line items), on 22 Nov 2026 at 11:02 UTC; the server finished it within 10.4 s while the browser waited up to 10.0 s; the answer came too late or not at all; 1 gave up (#1060).",
      "blocked_by_client: 1 call to review.submit failed in the browser for Hearth & Wool, order #1055 (1 of 3 line items), on 22 Nov 2026 at 11:40 UTC; the browser sent nothing; 1 gave up (#1055).",
      "browser_noise: 1 error of a browser on /write/detail/[code] on 22 Nov 2026 at 13:00 UTC; no call of ours was the cause.",
    ]
  `)
})
