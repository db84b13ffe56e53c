import { hashOldLinkCode } from '@afterword/auth/review-link'
import { oldLinkCode, reviewLink } from '@afterword/db/schema'
import { createCustomer, createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createReviewLink, createReviewWorld } from '../../testing/review-world.ts'
import { answerDeadLink } from './answer-dead-link.ts'
import { importOldCodes, type OldCodeRow } from './import-old-codes.ts'
import { type DeadLink, requestLinkAgain } from './request-link-again.ts'

const { db } = await useTestDatabase()
const inAYear = new Date(Date.now() + 365 * 24 * 3_600_000)
let network = 0

const prepare = async () => {
  const world = createReviewWorld(db)
  const ctx = world.contextOf({ kind: 'anonymous' })
  const shop = await createShop(db)
  const bought = await createReviewableOrder(db, { shopId: shop.id })
  const origin = { ipPrefix: `198.51.${(network += 1)}.0/24`, uaFamily: null }
  const ask = async (code: string) => await requestLinkAgain({ ctx, input: { code, origin } })
  /** Whom the jobs that were enqueued so far have mailed. */
  const answered = async (): Promise<unknown[]> => {
    const dead = world.jobs.filter(({ name }) => name === 'answer-dead-link')
    for (const { data } of dead) await answerDeadLink({ ctx, input: data as { link: DeadLink } })
    return world.jobs.filter(({ name }) => name === 'send-fresh-link').map(({ data }) => data)
  }
  const load = async (...rows: OldCodeRow[]) =>
    await importOldCodes({
      ctx: world.contextOf({ kind: 'system' }),
      input: {
        until: inAYear,
        rows: (async function* () {
          yield* rows
        })(),
      },
    })
  return { ...world, ...bought, shop, ask, answered, load }
}

describe('whoever opens a review link in vain', () => {
  test.each([
    ['expired', { expiresAt: new Date(0) }],
    ['revoked', { revokedAt: new Date() }],
  ])('has a fresh one mailed to its own customer when it is %s', async (_title, values) => {
    const { ask, answered, shop, reviewRequest, customer } = await prepare()
    const code = await createReviewLink(db, { shopId: shop.id, reviewRequestId: reviewRequest.id, ...values })
    await ask(`${code}.`)
    expect(await answered()).toEqual([{ shopId: shop.id, customerId: customer.id, reason: 'dead_link' }])
  })

  test('has nothing mailed to anybody for a code that was never given out, or is none', async () => {
    const { ask, answered, jobs } = await prepare()
    const made = Array.from({ length: 12 }, () => randomBytes(48).toString('base64url'))
    const codes = ['A'.repeat(64), 'B'.repeat(64), ...made, 'fb28fe2f', 'not a code', '']
    for (const code of codes) await ask(code)
    expect(jobs.map(({ name }) => name)).toEqual(codes.map(() => 'answer-dead-link'))
    expect(await answered()).toEqual([])
  })

  test('gets nothing by an unsubscribe link: it is for something else', async () => {
    const { ask, answered, shop, reviewRequest } = await prepare()
    await ask(
      await createReviewLink(db, { shopId: shop.id, reviewRequestId: reviewRequest.id, purpose: 'unsubscribe' }),
    )
    expect(await answered()).toEqual([])
  })

  test('again and again, by each of several links of one customer, causes one mail', async () => {
    const { ask, answered, shop, reviewRequest, customer } = await prepare()
    const values = { shopId: shop.id, reviewRequestId: reviewRequest.id, revokedAt: new Date() }
    for (let turn = 0; turn < 5; turn += 1) await ask(await createReviewLink(db, values))
    expect(await answered()).toEqual([{ shopId: shop.id, customerId: customer.id, reason: 'dead_link' }])
    expect(await answered()).toHaveLength(1)
  })

  test('leaves neither the code nor an address in the queue', async () => {
    const { ask, answered, jobs, shop, reviewRequest } = await prepare()
    const code = await createReviewLink(db, { shopId: shop.id, reviewRequestId: reviewRequest.id })
    await ask(code)
    await ask('fb28fe2f')
    await answered()
    const text = JSON.stringify(jobs)
    for (const secret of [code, 'fb28fe2f', '@']) expect(text).not.toContain(secret)
  })

  test('may ask 20 times an hour from one network, with whatever codes, and is told of the 21st', async () => {
    const { ask, jobs } = await prepare()
    for (let turn = 0; turn < 20; turn += 1) await ask(turn.toString(16).padStart(8, '0'))
    await expect(ask('fb28fe2f')).rejects.toMatchObject({ code: 'rate.limited' })
    expect(jobs).toHaveLength(20)
  })
})

describe('an old code of eight digits', () => {
  test('sends its holder a fresh link, in either case, and to nobody but them', async () => {
    const { load, ask, answered, shop, customer } = await prepare()
    const other = await createCustomer(db, { shopId: shop.id, email: 'other@example.com' })
    const result = await load(
      { code: 'AB28FE2F', shop: shop.accessCode, email: customer.email },
      { code: '00000001', shop: shop.accessCode, email: other.email },
    )
    expect(result).toEqual({ loaded: 2, refused: [] })
    await ask('ab28fe2f')
    expect(await answered()).toEqual([{ shopId: shop.id, customerId: customer.id, reason: 'dead_link' }])
  })

  test('that two customers own sends each of them their own', async () => {
    const { load, ask, answered, shop, customer } = await prepare()
    const second = await prepare()
    await load({ code: 'cc28fe2f', shop: shop.accessCode, email: customer.email })
    await second.load({ code: 'cc28fe2f', shop: second.shop.domain, email: second.customer.email })
    await ask('cc28fe2f')
    expect(new Set(await answered())).toEqual(
      new Set([
        { shopId: shop.id, customerId: customer.id, reason: 'dead_link' },
        { shopId: second.shop.id, customerId: second.customer.id, reason: 'dead_link' },
      ]),
    )
  })

  test('is of no use after its day', async () => {
    const { load, ask, answered, shop, customer } = await prepare()
    await load({ code: 'dd28fe2f', shop: shop.accessCode, email: customer.email })
    await db
      .update(oldLinkCode)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(oldLinkCode.shopId, shop.id))
    await ask('dd28fe2f')
    expect(await answered()).toEqual([])
  })

  test('is stored under a key that is not in the database: nothing there can be tried against all four billion', async () => {
    const { load, shop, customer, deps } = await prepare()
    await load({ code: 'ee28fe2f', shop: shop.accessCode, email: customer.email })
    const [row] = await db.select().from(oldLinkCode).where(eq(oldLinkCode.shopId, shop.id))
    const stored = Buffer.from(row?.codeHash ?? [])
    expect(stored).toEqual(Buffer.from(hashOldLinkCode(deps.keyring, 'ee28fe2f') ?? []))
    expect(stored.toString('latin1')).not.toContain('ee28fe2f')
    const [hash] = await db.execute<{ plain: Uint8Array }>(sql`select sha256('ee28fe2f') as plain`)
    expect(stored).not.toEqual(Buffer.from(hash?.plain ?? []))
    expect(await db.select().from(reviewLink).where(eq(reviewLink.shopId, shop.id))).toEqual([])
  })

  test('is refused with its line and a reason when it cannot be loaded, and twice is once', async () => {
    const { load, shop, customer } = await prepare()
    const good = { code: 'ff28fe2f', shop: shop.accessCode, email: customer.email }
    const result = await load(
      good,
      good,
      { ...good, code: 'ff28fe2' },
      { ...good, shop: 'nowhere' },
      { ...good, email: 'no address' },
      { ...good, email: 'nobody@example.com' },
      {},
    )
    expect(result.loaded).toBe(2)
    expect(result.refused.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8])
    expect(new Set(result.refused.map(({ reason }) => reason)).size).toBe(4)
    expect(await db.select().from(oldLinkCode).where(eq(oldLinkCode.shopId, shop.id))).toHaveLength(1)
  })
})
