import { linkHit, reviewDraft } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { getReviewPage } from '../page/get-review-page.ts'
import { createReviewLink, createReviewShop, createReviewWorld } from '../../testing/review-world.ts'
import { editReview } from '../submit/edit-review.ts'
import { saveDraft } from './save-draft.ts'
import { submitReview } from '../submit/submit-review.ts'

const { db } = await useTestDatabase({ maxConnections: 20 })
const ctx = createReviewWorld(db).contextOf({ kind: 'anonymous' })
const shop = await createReviewShop(db)
const { code } = shop

const typed = { rating: null, title: '', body: 'Sof', authorName: 'Mina K.', baseVersion: 0 }
const save = async (lineItemId: string, change: Partial<Parameters<typeof saveDraft>[0]['input']> = {}) =>
  await saveDraft({ ctx, input: { code, lineItemId, ...typed, ...change } })
const read = async (lineItemId: string) =>
  (await db.select().from(reviewDraft).where(eq(reviewDraft.lineItemId, lineItemId)))[0]
const review = { code, rating: 4, body: 'Soft.' }
const submit = async (lineItemId: string) =>
  await submitReview({ ctx, input: { ...review, lineItemId, submissionId: randomUUID() } })

describe('a draft', () => {
  test('keeps what was typed as it was typed, cut where it is a book', async () => {
    const { id } = await shop.addItem()
    const text = '  leading, "quotes", \u0000, \uD800, 한국어\n\n'
    await save(id, { title: text, body: 'x'.repeat(30_000), rating: 2 })
    expect(await read(id)).toMatchObject({
      rating: 2,
      title: '  leading, "quotes", , \uFFFD, 한국어\n\n',
      body: 'x'.repeat(20_000),
    })
    await save(id, { body: '', rating: null })
    expect(await read(id)).toMatchObject({ rating: null, body: '' })
  })

  test('of two devices: the later edit stands, and its writer is told that there was another', async () => {
    const { id } = await shop.addItem()
    expect(await save(id)).toEqual({ version: 1, wasChangedElsewhere: false })
    expect(await save(id, { baseVersion: 1, body: 'Phone' })).toEqual({ version: 2, wasChangedElsewhere: false })
    expect(await save(id, { baseVersion: 1, body: 'Computer' })).toEqual({ version: 3, wasChangedElsewhere: true })
    expect(await read(id)).toMatchObject({ body: 'Computer', version: 3 })
  })

  test('saved many times at once gives every call a version of its own', async () => {
    const { id } = await shop.addItem()
    const saved = await Promise.all(Array.from({ length: 12 }, async () => await save(id)))
    const versions = saved.map(({ version }) => version ?? 0).toSorted((first, second) => first - second)
    expect(versions).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
    expect(saved.filter(({ wasChangedElsewhere }) => !wasChangedElsewhere)).toHaveLength(1)
  })

  test('is shown with its version by the page of any link of that order', async () => {
    const { id } = await shop.addItem()
    await save(id, { body: 'On the train' })
    const fresh = await createReviewLink(db, { shopId: shop.shop.id, reviewRequestId: shop.reviewRequest.id })
    const page = await getReviewPage({ ctx, input: { code: fresh } })
    const shown = page.items.find((item) => item.lineItemId === id)?.draft
    expect(shown).toMatchObject({ body: 'On the train', version: 1 })
    expect(shown?.savedSecondsAgo).toBeLessThan(60)
  })

  test('goes when the review is stored, and none is kept beside a review unless it is a change to it', async () => {
    const { id } = await shop.addItem()
    await save(id)
    await submit(id)
    expect(await read(id)).toBeUndefined()
    expect(await save(id, { body: 'A late save' })).toEqual({ version: null, wasChangedElsewhere: false })
    expect(await read(id)).toBeUndefined()
    expect(await save(id, { isEdit: true })).toMatchObject({ version: 1 })
    await editReview({ ctx, input: { ...review, lineItemId: id } })
    expect(await read(id)).toBeUndefined()
  })

  test('begins with words: a scanner that clicks on stars leaves none, and a star with words is kept', async () => {
    const { id } = await shop.addItem()
    expect(await save(id, { body: '', rating: 1 })).toEqual({ version: 0, wasChangedElsewhere: false })
    expect(await read(id)).toBeUndefined()
    await save(id, { title: 'T', body: '', rating: 1 })
    await save(id, { title: '', body: '', rating: 2 })
    expect(await read(id)).toMatchObject({ title: '', rating: 2, version: 2 })
  })

  test('of an item of another shop, or through a link that ended, is refused', async () => {
    const other = await createReviewShop(db)
    await expect(save(other.lineItem.id)).rejects.toMatchObject({ code: 'line_item.not_found' })
    const ended = await createReviewLink(db, {
      shopId: shop.shop.id,
      reviewRequestId: shop.reviewRequest.id,
      expiresAt: new Date(0),
    })
    const { id } = await shop.addItem()
    await expect(save(id, { code: ended })).rejects.toMatchObject({ code: 'review_link.not_found' })
    expect(await read(id)).toBeUndefined()
  })

  test('notes with its first save, and only then, that a person touched the page', async () => {
    const other = await createReviewShop(db)
    const origin = { ipPrefix: '203.0.113.0/24', uaFamily: 'Firefox' }
    const input = { code: other.code, lineItemId: other.lineItem.id, ...typed }
    for (const baseVersion of [0, 1, 2]) {
      await saveDraft({ ctx, input: { ...input, baseVersion }, origin })
    }
    const hits = await db.select().from(linkHit).where(eq(linkHit.shopId, other.shop.id))
    expect(hits).toMatchObject([{ kind: 'touched', reviewRequestId: other.reviewRequest.id, ...origin }])
  })
})
