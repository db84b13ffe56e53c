import { auditLog, review, reviewSubmission } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { type HttpAnswer, startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase({ maxConnections: 20 })
const [a, b] = [await startApi(db), await startApi(db)]
const shop = await createReviewShop(db)

afterAll(async () => {
  await Promise.all([a.stop(), b.stop()])
})

/** What a browser sends for one item, again and again. */
const compose = async (change: object = {}) => {
  const item = await shop.addItem()
  const content = { rating: 4, title: 'Warm', body: 'Soft.', submissionId: randomUUID(), ...change }
  return { itemId: item.id, body: { code: shop.code, lineItemId: encodeId('lineItem', item.id), ...content } }
}
const submit = async (body: object, api = a): Promise<HttpAnswer> =>
  await api.sendOwn('/api/trpc/customer.review.submit', body)
const codeOf = (answer: HttpAnswer) => {
  const { error } = answer.json() as { error?: { data: { code: string } } }
  return [answer.status, error?.data.code]
}
const reviewsOf = async (itemId: string) => await db.select().from(review).where(eq(review.lineItemId, itemId))

describe('a submission', () => {
  test('E1 sent twice is stored once and answered with the same bytes, the second time marked as a replay', async () => {
    const { itemId, body } = await compose()
    const [first, second] = [await submit(body), await submit(body, b)]
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([200, undefined])
    expect([second.status, second.headers['idempotency-replayed']]).toEqual([200, 'true'])
    expect(second.text).toBe(first.text)
    const [stored, ...others] = await reviewsOf(itemId)
    expect(others).toEqual([])
    expect(
      await db
        .select()
        .from(auditLog)
        .where(eq(auditLog.subjectId, stored?.id ?? '')),
    ).toHaveLength(1)
  })

  test('E1 is answered the same after a moderator has acted on it, and spaces around the words make no other content', async () => {
    const { itemId, body } = await compose()
    const first = await submit(body)
    await db.update(review).set({ status: 'published' }).where(eq(review.lineItemId, itemId))
    const again = await submit({ ...body, body: '  Soft.\n' })
    expect([again.status, again.text]).toEqual([200, first.text])
  })

  test('sent 50 times at once to two processes is stored once, and every answer is the same, 50 times over', async () => {
    for (let round = 0; round < 50; round += 1) {
      const { itemId, body } = await compose()
      const answers = await Promise.all(
        Array.from({ length: 50 }, async (_, index) => await submit(body, index % 2 === 0 ? a : b)),
      )
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1)
      expect(await reviewsOf(itemId)).toHaveLength(1)
    }
  })

  test.each([{ body: 'Hard.' }, { rating: 1 }, { title: 'Cold' }, { title: '' }, { authorName: 'M.' }])(
    'E2 with other content under the same id is refused and changes nothing: %j',
    async (change) => {
      const { itemId, body } = await compose()
      await submit(body)
      expect(codeOf(await submit({ ...body, ...change }))).toEqual([422, 'submission.mismatch'])
      expect(await reviewsOf(itemId)).toMatchObject([{ body: 'Soft.', rating: 4, version: 1 }])
    },
  )

  test('E3 under another id for an item that has a review answers with that review, unchanged', async () => {
    const { itemId, body } = await compose()
    const { result } = (await submit(body)).json() as { result: { data: { review: { id: string } } } }
    const second = await submit({ ...body, submissionId: randomUUID(), body: 'Something else.' })
    expect(second.json()).toMatchObject({
      result: { data: { outcome: 'already_reviewed', review: { id: result.data.review.id, body: 'Soft.' } } },
    })
    expect(await reviewsOf(itemId)).toHaveLength(1)
  })

  test('E4 that was refused for its content can be sent again under the same id, corrected', async () => {
    const { itemId, body } = await compose({ body: '' })
    expect(codeOf(await submit(body))).toEqual([400, 'review.body_required'])
    expect((await submit({ ...body, body: 'Soft.' })).status).toBe(200)
    expect(await reviewsOf(itemId)).toHaveLength(1)
    const kept = and(eq(reviewSubmission.submissionId, body.submissionId), eq(reviewSubmission.shopId, shop.shop.id))
    expect(await db.select().from(reviewSubmission).where(kept)).toHaveLength(1)
  })

  test('E1 without JavaScript is as safe: the form posted twice stores once, and other words are kept as a draft', async () => {
    const { itemId, body } = await compose()
    const { code, ...fields } = body
    const form = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
    const path = `/write/detail/${code}/reviews`
    for (let index = 0; index < 2; index += 1) {
      const sent = await a.sendForm(path, form)
      expect([sent.status, sent.headers.location]).toEqual([
        303,
        `/write/detail/${code}?item=${fields.lineItemId}&sent=1`,
      ])
    }
    const changed = await a.sendForm(path, { ...form, body: 'Typed after going back.' })
    expect(changed.headers.location).toContain('error=review.already_written&edit=1')
    expect(await reviewsOf(itemId)).toMatchObject([{ body: 'Soft.' }])
  })
})
