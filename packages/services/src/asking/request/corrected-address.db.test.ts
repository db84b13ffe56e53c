import { customer, review, reviewRequest } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { encodeId } from '@afterword/validation/primitives/ids'
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { ServiceContext } from '../../kernel/context.ts'
import { recordLinkHits } from '../link-hit/record-link-hits.ts'
import type { MailMessage } from '../../mail/mailer.ts'
import { answerDeadLink } from '../link/answer-dead-link.ts'
import { type DeadLink, requestLinkAgain } from '../link/request-link-again.ts'
import { sendFreshLink } from '../link/send-fresh-link.ts'
import { getReviewPage } from '../../reviews/page/get-review-page.ts'
import { getReviewStatus } from '../../reviews/submit/get-review-status.ts'
import { saveDraft } from '../../reviews/draft/save-draft.ts'
import { submitReview } from '../../reviews/submit/submit-review.ts'
import { getSubscription } from '../subscription/get-subscription.ts'
import { unsubscribe } from '../subscription/unsubscribe.ts'
import { fulfilledOrderMessage } from '../../testing/order-story.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'
import { createRecordingMailer } from '../../testing/recording-mailer.ts'
import { sendReviewRequest } from './send-review-request.ts'

const { db } = await useTestDatabase()

const codeIn = (url = ''): string => url.split('/').at(-1) ?? ''
const linksOf = (mail: MailMessage | undefined) => {
  if (mail?.kind !== 'review_request') throw new Error('no review request was sent')
  const items = mail.order.items.map(({ reviewUrl }) => codeIn(reviewUrl))
  return {
    to: mail.to,
    messageId: mail.messageId,
    items,
    review: items[0] ?? '',
    unsubscribe: codeIn(mail.unsubscribeUrl),
  }
}

/** An order of `old@`; `correct` has the platform say that it is `new@`'s. */
const prepare = async () => {
  const world = await createPlatformShop(db, { requestDelayDays: 0 })
  await world.deliver('orders/fulfilled', fulfilledOrderMessage({ email: 'old@example.com' }))
  await db
    .update(reviewRequest)
    .set({ sendAt: sql`now()` })
    .where(eq(reviewRequest.shopId, world.shop.id))
  const recorder = createRecordingMailer()
  const ctx: ServiceContext = { ...world.ctx, principal: { kind: 'anonymous' } }
  const send = async (mailer = recorder.mailer, isLastTry = false) => {
    const [request] = await world.readRequests()
    if (request === undefined) throw new Error('no request')
    const input = { shopId: world.shop.id, reviewRequestId: request.id, claimSeconds: 30, isLastTry }
    return await sendReviewRequest({ ctx: world.ctx, input, mailer })
  }
  let minute = 10
  const correct = async (email: string | null = 'new@example.com') => {
    minute += 1
    const person = { id: 5, first_name: 'Nora', last_name: 'New' }
    const values = { email, customer: person, updated_at: `2026-02-25T10:${minute}:00Z` }
    await world.deliver('orders/updated', fulfilledOrderMessage(values))
  }
  const idOf = async (email: string) => {
    const [row] = await db
      .select()
      .from(customer)
      .where(and(eq(customer.shopId, world.shop.id), eq(customer.email, email)))
    return row?.id ?? ''
  }
  const firstItem = async (code: string) => {
    const [item] = (await getReviewPage({ ctx, input: { code } })).items
    if (item === undefined) throw new Error('nothing to review')
    return item
  }
  const typed = { rating: 4, title: '', body: 'Mine alone.', authorName: '' }
  const submit = async (code: string, lineItemId: string) =>
    await submitReview({
      ctx,
      input: { code, lineItemId, submissionId: crypto.randomUUID(), rating: 4, body: 'Mine alone.' },
    })
  return { ...world, ctx, recorder, send, correct, idOf, firstItem, typed, submit }
}

const sentAndCorrected = async () => {
  const world = await prepare()
  expect(await world.send()).toBe('sent')
  await world.correct()
  expect(await world.send()).toBe('sent')
  const [old, corrected] = world.recorder.mails.map(linksOf)
  if (old === undefined || corrected === undefined) throw new Error('two mails were expected')
  return { ...world, old, corrected }
}

describe('when an order’s address is corrected after its mail went', () => {
  it('the corrected address gets a mail of its own, once, under a name of its own', async () => {
    const world = await sentAndCorrected()
    expect([world.old.to, world.corrected.to]).toEqual(['old@example.com', 'new@example.com'])
    expect(world.corrected.messageId).toBe(
      world.old.messageId.replace('@', `_${encodeId('customer', await world.idOf('new@example.com'))}@`),
    )
    await world.correct()
    expect(await world.send()).toBe('nothing_to_do')
  })

  it('unsubscribing by the first mail ends the mails of whom it was sent to, and of nobody else', async () => {
    const { ctx, old, corrected, readCustomers } = await sentAndCorrected()
    expect(await getSubscription({ ctx, input: { code: old.unsubscribe } })).toMatchObject({
      maskedEmail: 'o•••@example.com',
    })
    await unsubscribe({ ctx, input: { code: old.unsubscribe, typedEmail: ' Old@Example.com' } })
    const subscribed = (await readCustomers()).filter((row) => row.unsubscribedAt === null).map((row) => row.email)
    expect(subscribed).toEqual(['new@example.com'])
    expect(await getSubscription({ ctx, input: { code: corrected.unsubscribe } })).toMatchObject({
      maskedEmail: 'n•••@example.com',
      isSubscribed: true,
    })
    await expect(
      unsubscribe({ ctx, input: { code: old.unsubscribe, typedEmail: 'new@example.com' } }),
    ).rejects.toMatchObject({ code: 'subscription.email_mismatch' })
  })

  it('each link names the person it was sent to', async () => {
    const { ctx, old, corrected } = await sentAndCorrected()
    const nameBy = async (code: string) => (await getReviewPage({ ctx, input: { code } })).customer
    expect(await nameBy(old.review)).toEqual({ greetingNames: { en: 'Mina', ko: 'Mina Kim' }, displayName: 'Mina K.' })
    expect(await nameBy(corrected.review)).toMatchObject({ greetingNames: { en: 'Nora' }, displayName: 'Nora N.' })
  })

  it('a draft is seen by the person who typed it alone', async () => {
    const { ctx, old, corrected, firstItem, typed } = await sentAndCorrected()
    const { lineItemId } = await firstItem(old.review)
    const save = async (code: string, body: string) =>
      await saveDraft({ ctx, input: { ...typed, code, body, lineItemId, baseVersion: 0 } })
    await save(old.review, 'Typed by the first.')
    expect((await firstItem(corrected.review)).draft).toBeNull()
    expect(await save(corrected.review, 'Typed by the second.')).toEqual({ version: 1, wasChangedElsewhere: false })
    expect((await firstItem(old.review)).draft?.body).toBe('Typed by the first.')
    expect((await firstItem(corrected.review)).draft?.body).toBe('Typed by the second.')
  })

  it('the author is the person whose link it was, and the other neither sees nor changes their review', async () => {
    const { ctx, old, corrected, idOf, firstItem, submit, typed, shop } = await sentAndCorrected()
    const { lineItemId } = await firstItem(old.review)
    const { review: stored } = await submit(old.review, lineItemId)
    const [row] = await db.select().from(review).where(eq(review.shopId, shop.id))
    expect(row).toMatchObject({ customerId: await idOf('old@example.com'), authorName: 'Mina K.' })
    const { items } = await getReviewPage({ ctx, input: { code: corrected.review } })
    expect(items.map((item) => item.lineItemId)).not.toContain(lineItemId)
    await expect(submit(corrected.review, lineItemId)).rejects.toMatchObject({ code: 'line_item.not_reviewable' })
    await expect(
      saveDraft({ ctx, input: { ...typed, code: corrected.review, lineItemId, baseVersion: 0 } }),
    ).rejects.toMatchObject({ code: 'line_item.not_reviewable' })
    const submissionId = row?.submissionId ?? ''
    expect(await getReviewStatus({ ctx, input: { code: corrected.review, submissionId } })).toMatchObject({
      state: 'absent',
    })
    expect((await firstItem(old.review)).review?.id).toBe(stored.id)
  })

  it('a fresh link asked for with the first mail’s goes to the person the first mail went to', async () => {
    const { ctx, jobs, old, idOf, shop, recorder } = await sentAndCorrected()
    await requestLinkAgain({ ctx, input: { code: old.review, origin: { ipPrefix: null, uaFamily: null } } })
    const dead = jobs.find(({ name }) => name === 'answer-dead-link')
    await answerDeadLink({ ctx, input: dead?.data as { link: DeadLink } })
    const customerId = await idOf('old@example.com')
    expect(jobs.filter(({ name }) => name === 'send-fresh-link').map(({ data }) => data)).toEqual([
      { shopId: shop.id, customerId, reason: 'dead_link' },
    ])
    const input = { shopId: shop.id, customerId, reason: 'dead_link', mailKey: 'job' } as const
    const job = { ...ctx, principal: { kind: 'system' } } as const
    expect(await sendFreshLink({ ctx: job, input, mailer: recorder.mailer })).toBe('sent')
    const fresh = recorder.mails.at(-1)
    if (fresh?.kind !== 'fresh_link') throw new Error('no fresh link')
    const code = codeIn(fresh.orders[0]?.items[0]?.reviewUrl)
    expect((await getReviewPage({ ctx, input: { code } })).customer.displayName).toBe('Mina K.')
  })

  it('no second mail goes when somebody opened the first, or wrote through it', async () => {
    const opened = await prepare()
    await opened.send()
    const code = linksOf(opened.recorder.mails[0]).review
    const hit = { code, at: new Date(), kind: 'opened', uaFamily: null, ipPrefix: null } as const
    await recordLinkHits({ db }, [hit])
    await opened.correct()
    expect(await opened.send()).toBe('nothing_to_do')
    const written = await prepare()
    await written.send()
    const { review: link } = linksOf(written.recorder.mails[0])
    await written.submit(link, (await written.firstItem(link)).lineItemId)
    await written.correct()
    expect(await written.send()).toBe('nothing_to_do')
  })

  it('a mail that was given up at the wrong address goes to the corrected one', async () => {
    const world = await prepare()
    world.recorder.failWith('mail.refused', '550 no such mailbox')
    await world.send(world.recorder.mailer, true).catch(() => undefined)
    expect((await world.readRequests())[0]?.givenUpAt).not.toBeNull()
    world.recorder.failWith(null)
    await world.correct()
    expect(await world.send()).toBe('sent')
    expect(world.recorder.mails.map(linksOf)).toMatchObject([{ to: 'new@example.com' }])
  })

  it('and it was corrected while the mail was on its way, the corrected address gets one as well', async () => {
    const world = await prepare()
    const correcting = {
      send: async (message: MailMessage) => {
        await world.correct()
        return await world.recorder.mailer.send(message)
      },
    }
    expect(await world.send(correcting)).toBe('sent')
    expect(await world.send()).toBe('sent')
    expect(world.recorder.mails.map(linksOf)).toMatchObject([{ to: 'old@example.com' }, { to: 'new@example.com' }])
  })

  it('a corrected address that unsubscribed gets none', async () => {
    const world = await prepare()
    await world.send()
    await world.correct()
    await db
      .update(customer)
      .set({ unsubscribedAt: sql`now()` })
      .where(eq(customer.email, 'new@example.com'))
    await world.correct()
    expect(await world.send()).toBe('nothing_to_do')
    expect(world.recorder.mails).toHaveLength(1)
  })
})
