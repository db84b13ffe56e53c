import { mailAllowance } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { letMailsAge } from '../testing/let-mails-age.ts'
import { createReviewWorld } from '../testing/review-world.ts'
import { type MailKind, mailAllowances, takeMailAllowance } from './mail-allowance.ts'

const { db } = await useTestDatabase({ maxConnections: 20 })
const { deps } = createReviewWorld(db)
const kinds = Object.keys(mailAllowances) as MailKind[]
const take = async (kind: MailKind, subject: string) => await takeMailAllowance(deps, kind, subject)
const countTaken = (taken: readonly boolean[]): number => taken.filter(Boolean).length

test('of fifty askers at once one gets the mail, first and later', async () => {
  const subject = `${randomUUID()}@example.com`
  const askAtOnce = async () =>
    countTaken(await Promise.all(Array.from({ length: 50 }, async () => await take('fresh_link', subject))))
  expect(await askAtOnce()).toBe(1)
  expect(await askAtOnce()).toBe(0)
  await letMailsAge(db, '1 minute')
  expect(await askAtOnce()).toBe(1)
  await letMailsAge(db, '1 minute')
  expect(await askAtOnce()).toBe(0)
})

test.each(kinds)('asked every minute, %s grows to the wait it ends with, refused asks change nothing', async (kind) => {
  const { waits } = mailAllowances[kind]
  const subject = randomUUID()
  let minute = 0
  for (const wait of [0, ...waits, waits.at(-1) ?? 0]) {
    // Just before the wait is over there is none, however often it is asked.
    if (wait >= 60) {
      await letMailsAge(db, `${wait - 30} seconds`)
      expect([await take(kind, subject), await take(kind, subject)], `${kind} ${minute}`).toEqual([false, false])
      await letMailsAge(db, '30 seconds')
    }
    expect(await take(kind, subject), `${kind} after ${wait} s`).toBe(true)
    minute += wait / 60
  }
})

test.each(kinds)('%s is forgotten after its time and never before its last wait', (kind) => {
  const { waits, forgetAfter } = mailAllowances[kind]
  expect(forgetAfter).toBeGreaterThanOrEqual(Math.max(...waits))
})

test('after its time the next mail is a first one again', async () => {
  const subject = randomUUID()
  for (const wait of ['0', '1 minute', '10 minutes']) {
    await letMailsAge(db, wait)
    expect(await take('fresh_link', subject)).toBe(true)
  }
  await letMailsAge(db, '7 days')
  expect(await take('fresh_link', subject)).toBe(true)
  await letMailsAge(db, '1 minute')
  expect(await take('fresh_link', subject)).toBe(true)
})

test('kinds and addresses are counted apart', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  expect(await take('fresh_link', one)).toBe(true)
  expect(await take('fresh_link', other)).toBe(true)
  expect(await take('invitation', one)).toBe(true)
  expect(await take('fresh_link', one)).toBe(false)
})

test('no address is in the table', async () => {
  await take('fresh_link', 'mina@example.com')
  const rows = await db.execute<{ row: string }>(sql`select a::text as row from ${mailAllowance} a`)
  const dump = rows.map(({ row }) => row).join('\n')
  for (const text of ['mina@example.com', Buffer.from('mina@example.com').toString('hex')])
    expect(dump).not.toContain(text)
})

test('what is taken in a transaction that is rolled back was not taken', async () => {
  const subject = randomUUID()
  const undone = db.transaction(async (tx) => {
    expect(await takeMailAllowance({ ...deps, db: tx }, 'fresh_link', subject)).toBe(true)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await take('fresh_link', subject)).toBe(true)
})
