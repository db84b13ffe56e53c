import { auditLog, lineItem, order, review, reviewLink } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { encodeId } from '@afterword/validation/primitives/ids'
import { toStorableText } from '@afterword/validation/primitives/storable-text'
import { submitReviewSchema } from '@afterword/validation/review/submit'
import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { getReviewPage } from '../page/get-review-page.ts'
import { createReviewLink, createReviewShop, createReviewWorld, fingerprintTables } from '../../testing/review-world.ts'
import { editReview } from './edit-review.ts'
import { getReviewStatus } from './get-review-status.ts'
import { submitReview } from './submit-review.ts'

const { db } = await useTestDatabase({ maxConnections: 20 })
const world = createReviewWorld(db)
const ctx = world.contextOf({ kind: 'anonymous' })
const shop = await createReviewShop(db)
const { code } = shop

const contentOf = (lineItemId: string, change: object = {}) => ({
  code,
  lineItemId,
  submissionId: randomUUID(),
  rating: 4,
  body: 'Soft.',
  ...change,
})
const submit = async (lineItemId: string, change: object = {}) =>
  await submitReview({ ctx, input: contentOf(lineItemId, change) })
const edit = async (lineItemId: string, change: object = {}) =>
  await editReview({ ctx, input: contentOf(lineItemId, change) })
const auditOf = async (subjectId: string) =>
  await db.select().from(auditLog).where(eq(auditLog.subjectId, subjectId)).orderBy(auditLog.id)
const refusal = (value: string) => ({ code: value })

describe('submitting', () => {
  test('stores the review as pending, verified, with its customer, and audits it without personal data', async () => {
    const item = await shop.addItem()
    const { outcome, review: own } = await submit(item.id, { title: 'Warm' })
    expect(outcome).toBe('created')
    expect(own).toMatchObject({
      lineItemId: item.id,
      rating: 4,
      title: 'Warm',
      authorName: 'Mina K.',
      status: 'pending',
    })
    const [row] = await db.select().from(review).where(eq(review.id, own.id))
    expect(row).toMatchObject({ customerId: shop.customer.id, productId: item.productId, isVerified: true, version: 1 })
    const audit = await auditOf(own.id)
    expect(audit).toMatchObject([{ action: 'review.submit', actorKind: 'customer', actorId: shop.reviewRequest.id }])
    expect(JSON.stringify(audit)).not.toContain('Soft.')
  })

  test('twenty at once under different submission ids make one review, and exactly one is told "created"', async () => {
    for (let round = 0; round < 5; round += 1) {
      const item = await shop.addItem()
      const results = await Promise.all(Array.from({ length: 20 }, async () => await submit(item.id)))
      expect(results.filter((result) => result.outcome === 'created')).toHaveLength(1)
      expect(new Set(results.map((result) => result.review.id)).size).toBe(1)
      expect(await db.select().from(review).where(eq(review.lineItemId, item.id))).toHaveLength(1)
      expect(await auditOf(results[0]?.review.id ?? '')).toHaveLength(1)
    }
  })

  test('again, with other words, returns the first review unchanged', async () => {
    const item = await shop.addItem()
    const first = await submit(item.id)
    const second = await submit(item.id, { rating: 1, body: 'Changed my mind.' })
    expect(second).toEqual({ outcome: 'already_reviewed', isReplay: false, review: first.review })
  })

  test.each([
    ['refunded whole', { quantity: 2, refundedQuantity: 2 }],
    ['a gift card', { isGiftCard: true }],
    ['not fulfilled', { fulfilledAt: null }],
    ['without a product', { productId: null }],
  ])('an item that is %s is refused', async (_title, values) => {
    const item = await shop.addItem(values)
    await expect(submit(item.id)).rejects.toMatchObject(refusal('line_item.not_reviewable'))
  })

  test('an item of a cancelled order is refused, one given back in part is not', async () => {
    const other = await createReviewShop(db)
    await db.update(order).set({ cancelledAt: new Date() }).where(eq(order.id, other.order.id))
    await expect(submit(other.lineItem.id, { code: other.code })).rejects.toMatchObject(
      refusal('line_item.not_reviewable'),
    )
    const part = await shop.addItem({ quantity: 2, refundedQuantity: 1 })
    expect((await submit(part.id)).outcome).toBe('created')
  })

  test("another order's item, another shop's item and a made-up one are not part of the order", async () => {
    const other = await createReviewShop(db)
    const before = await fingerprintTables(db)
    for (const id of [other.lineItem.id, randomUUID()]) {
      await expect(submit(id)).rejects.toMatchObject(refusal('line_item.not_found'))
      await expect(edit(id)).rejects.toMatchObject(refusal('line_item.not_found'))
    }
    expect(await fingerprintTables(db)).toEqual(before)
  })

  test('an expired, revoked or unsubscribe link opens nothing', async () => {
    const values = { shopId: shop.shop.id, reviewRequestId: shop.reviewRequest.id }
    const dead = [
      await createReviewLink(db, { ...values, expiresAt: new Date() }),
      await createReviewLink(db, { ...values, revokedAt: new Date() }),
      await createReviewLink(db, { ...values, purpose: 'unsubscribe' }),
    ]
    for (const link of dead) {
      await expect(submit(shop.lineItem.id, { code: link })).rejects.toMatchObject(refusal('review_link.not_found'))
      await expect(getReviewPage({ ctx, input: { code: link } })).rejects.toMatchObject(
        refusal('review_link.not_found'),
      )
    }
  })

  test('no link is stored in a form that opens it', async () => {
    const [row] = await db
      .select()
      .from(reviewLink)
      .where(eq(reviewLink.reviewRequestId, shop.reviewRequest.id))
      .limit(1)
    expect(Buffer.from(row?.tokenHash ?? []).toString('base64url')).not.toBe(code)
    expect(code).not.toContain(
      Buffer.from(row?.tokenHash ?? [])
        .toString('base64url')
        .slice(0, 20),
    )
  })
})

const shared =
  process.env['AFTERWORD_SHARED_DATA'] ?? path.resolve(import.meta.dirname, '../../../../../../shared/data')
const naughtyFile = path.join(shared, 'bad-input/naughty-strings/blns.json')
const own = ['\0', 'a\0b', '\uD800', '\uDFFF tail', "'; drop table review; --", '%_\\', '{"$ref":1}', '🧶'.repeat(40)]

test('naughty strings are stored in the one form of text and come back so', async () => {
  const known = existsSync(naughtyFile) ? (JSON.parse(await readFile(naughtyFile, 'utf8')) as string[]) : []
  const item = await shop.addItem()
  await submit(item.id)
  for (const text of [...own, ...known]) {
    const typed = { ...contentOf(encodeId('lineItem', item.id)), title: text, body: text, authorName: text }
    const parsed = submitReviewSchema.safeParse(typed)
    if (!parsed.success) continue
    const stored = await editReview({ ctx, input: parsed.data })
    expect(stored.body).toBe(toStorableText(text).trim())
  }
})

describe('editing', () => {
  test('needs a review', async () => {
    const item = await shop.addItem()
    await expect(edit(item.id)).rejects.toMatchObject(refusal('review.not_found'))
  })

  test('puts it back to the moderator, keeps a name that is not given, and audits', async () => {
    const item = await shop.addItem()
    const { review: first } = await submit(item.id, { authorName: 'M.' })
    const changed = await edit(item.id, { rating: 1, body: 'Less so.' })
    expect(changed).toMatchObject({ id: first.id, rating: 1, title: null, authorName: 'M.', status: 'pending' })
    expect(changed.editedAt).toBeInstanceOf(Date)
    expect((await auditOf(first.id)).map((row) => row.action)).toEqual(['review.submit', 'review.edit'])
  })

  test('ten at once are ten versions of one review', async () => {
    const item = await shop.addItem()
    const { review: first } = await submit(item.id)
    await Promise.all(Array.from({ length: 10 }, async (_, index) => await edit(item.id, { body: `Edit ${index}` })))
    const [row] = await db.select().from(review).where(eq(review.id, first.id))
    expect(row?.version).toBe(11)
    expect(await auditOf(first.id)).toHaveLength(11)
  })
})

describe('asking whether a submission arrived', () => {
  test('tells "received" with the review, and "absent" before', async () => {
    const item = await shop.addItem()
    const submissionId = randomUUID()
    const ask = async () => await getReviewStatus({ ctx, input: { code, submissionId } })
    expect(await ask()).toEqual({ state: 'absent', review: null })
    const { review: stored } = await submit(item.id, { submissionId })
    expect(await ask()).toEqual({ state: 'received', review: stored })
  })

  test("another order's submission is absent", async () => {
    const other = await createReviewShop(db)
    const submissionId = randomUUID()
    await submit(other.lineItem.id, { code: other.code, submissionId })
    expect(await getReviewStatus({ ctx, input: { code, submissionId } })).toMatchObject({ state: 'absent' })
  })
})

describe('the review page', () => {
  test('opened a hundred times, at once and in turn, changes no row of any table', async () => {
    const before = await fingerprintTables(db)
    await Promise.all(Array.from({ length: 100 }, async () => await getReviewPage({ ctx, input: { code } })))
    expect(await fingerprintTables(db)).toEqual(before)
  })

  test('shows the order’s items with what was written, and none that can neither be reviewed nor was', async () => {
    const other = await createReviewShop(db)
    const reviewed = await other.addItem({ title: 'Reviewed, then refunded' })
    const gone = await other.addItem({ refundedQuantity: 1 })
    const { review: written } = await submit(reviewed.id, { code: other.code })
    await db
      .update(lineItem)
      .set({ refundedQuantity: 1 })
      .where(and(eq(lineItem.shopId, other.shop.id), eq(lineItem.id, reviewed.id)))
    const page = await getReviewPage({ ctx, input: { code: other.code } })
    expect(page).toMatchObject({
      shop: { name: other.shop.name },
      customer: { greetingNames: { en: 'Mina', ko: 'Mina Kim' }, displayName: 'Mina K.' },
    })
    expect(page.items.map((item) => [item.lineItemId, item.isReviewable, item.review?.id])).toEqual([
      [other.lineItem.id, true, undefined],
      [reviewed.id, false, written.id],
    ])
    expect(JSON.stringify(page)).not.toContain(gone.id)
    expect(JSON.stringify(page)).not.toContain(other.customer.email)
  })
})
