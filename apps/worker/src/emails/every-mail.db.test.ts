import { authEvent, incident, member, operatorAlert, shop, signInToken, userAccount } from '@afterword/db/schema'
import { createInvitation } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sendSecurityNotice } from '@afterword/services/people/account/send-security-notice'
import { sendSignInMail } from '@afterword/services/people/account/send-sign-in-mail'
import { sendAlert } from '@afterword/services/insight/alert/send-alert'
import { sendAlertDigest } from '@afterword/services/insight/alert/send-alert-digest'
import { sendInvitation } from '@afterword/services/people/invitation/send-invitation'
import { sendReviewRequest } from '@afterword/services/asking/request/send-review-request'
import { sendFreshLink } from '@afterword/services/asking/link/send-fresh-link'
import { sendUninstallNotice } from '@afterword/services/shop/send-uninstall-notice'
import { createRecordingMailer } from '@afterword/services/testing/recording-mailer'
import { createReviewShop, createReviewWorld } from '@afterword/services/testing/review-world'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { renderMail } from './render-mail.tsx'

const { db } = await useTestDatabase()
const ctx = createReviewWorld(db).contextOf({ kind: 'system' })
const recorder = createRecordingMailer()
const { mailer } = recorder
const mailKey = 'job'

const only = <Row>([row]: readonly Row[]): Row => {
  if (row === undefined) throw new Error('no row')
  return row
}

const createOwner = async (shopId: string, passwordHash: string | null) => {
  const account = only(
    await db
      .insert(userAccount)
      .values({ email: `${randomUUID()}@shop.example`, name: 'Ada', passwordHash })
      .returning(),
  )
  await db.insert(member).values({ shopId, userId: account.id, role: 'owner' })
  return account.id
}

const sendToCustomers = async (own: Awaited<ReturnType<typeof createReviewShop>>, invitedBy: string) => {
  const shopId = own.shop.id
  const request = { shopId, reviewRequestId: own.reviewRequest.id, claimSeconds: 60, isLastTry: false }
  await sendReviewRequest({ ctx, input: request, mailer })
  await sendFreshLink({
    ctx,
    input: { shopId, customerId: own.customer.id, reason: 'review_missing', mailKey },
    mailer,
  })
  const { id: invitationId } = await createInvitation(db, { shopId, invitedBy })
  await sendInvitation({ ctx, input: { shopId, invitationId, mailKey }, mailer })
}

const sendWaysIn = async (userId: string, newcomerId: string): Promise<void> => {
  const expiresAt = new Date(Date.now() + 600_000)
  for (const [purpose, to] of [
    ['sign_in', userId],
    ['password_reset', userId],
    ['password_reset', newcomerId],
  ] as const) {
    const { id } = only(await db.insert(signInToken).values({ purpose, userId: to, expiresAt }).returning())
    await sendSignInMail({ ctx, input: { signInTokenId: id }, mailer })
  }
}

const sendNotices = async (shopId: string, userId: string): Promise<void> => {
  for (const type of ['reuse', 'password_changed', 'password_reset', 'restored'] as const) {
    const { id } = only(await db.insert(authEvent).values({ type, userId }).returning())
    await sendSecurityNotice({ ctx, input: { authEventId: id }, mailer })
  }
  await db.update(shop).set({ uninstalledAt: new Date() }).where(eq(shop.id, shopId))
  await sendUninstallNotice({ ctx, input: { shopId, userId }, mailer })
}

const sendAlerts = async (userId: string): Promise<void> => {
  const channel = { ctx, mailer, mailKey, webhookUrl: null }
  const at = { firstAt: new Date(), lastAt: new Date() }
  const kind = { verdict: 'never_arrived', procedure: 'customer.review.submit' } as const
  const { id: incidentId } = only(
    await db
      .insert(incident)
      .values({ ...at, ...kind })
      .returning(),
  )
  for (const reason of ['new', 'grows', 'gave_up'] as const) await sendAlert(channel, { incidentId, reason, userId })
  const digestId = randomUUID()
  await db.insert(operatorAlert).values({ incidentId, reason: 'new', userId, digestId })
  await sendAlertDigest(channel, { digestId, userId })
}

test('every mail has words of its own for the list of mails, which it neither begins with nor says twice', async () => {
  const own = await createReviewShop(db)
  const [ownerId, newcomerId] = [await createOwner(own.shop.id, 'a hash'), await createOwner(own.shop.id, null)]
  await sendToCustomers(own, ownerId)
  await sendWaysIn(ownerId, newcomerId)
  await sendNotices(own.shop.id, ownerId)
  await sendAlerts(ownerId)
  const customersMails = recorder.mails.filter((mail) => mail.kind !== 'staff')
  const inKorean = customersMails.map((mail) => ({ ...mail, locale: 'ko' as const }))
  expect(customersMails.map(({ kind }) => kind)).toEqual(['review_request', 'fresh_link', 'invitation'])
  expect(recorder.mails).toHaveLength(15)
  for (const mail of [...recorder.mails, ...inKorean]) {
    const { html, text, subject } = await renderMail(mail)
    const preview = /data-skip-in-text="true">([^<]+)</.exec(html)?.[1] ?? ''
    expect([subject, preview.trim()]).not.toEqual([subject, ''])
    expect([subject, html.split(preview).length]).toEqual([subject, 2])
    expect([subject, subject.includes(preview), text.includes(preview)]).toEqual([subject, false, false])
  }
})
