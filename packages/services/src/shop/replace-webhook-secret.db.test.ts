import { auditLog, shop } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPlatformShop, signWebhook } from '../testing/platform-shop.ts'
import { createMember } from '../testing/review-world.ts'
import { receiveWebhook } from '../platform/webhook/receive-webhook.ts'
import { replaceWebhookSecret, setWebhookSecret } from './replace-webhook-secret.ts'

const { db } = await useTestDatabase()

/** A shop, its owner, and its platform, which signs with the first secret if it is not given another. */
const createStory = async () => {
  const platform = await createPlatformShop(db)
  const owner = { ...(await createMember(db, platform.shop.id, 'owner')), isRecent: true }
  const receive = async (secret?: string) => {
    const body = Buffer.from('{"id":1}')
    return await receiveWebhook({
      ctx: platform.ctx,
      input: {
        shopDomain: platform.shop.domain,
        topic: 'products/update',
        webhookId: randomUUID(),
        signature: signWebhook(body, secret),
        body,
      },
    })
  }
  return { platform, owner, ctx: { ...platform.ctx, principal: owner }, receive }
}

test('from then on only what is signed with the new secret is taken; it is stored sealed', async () => {
  const { platform, owner, ctx, receive } = await createStory()
  expect(await receive()).toBe('queued')
  const { webhookSecret } = await replaceWebhookSecret({ ctx })
  expect(webhookSecret).toMatch(/^[\da-f]{64}$/)
  await expect(receive()).rejects.toMatchObject({ code: 'webhook.signature_invalid' })
  expect(await receive(webhookSecret)).toBe('queued')
  const [row] = await db.select().from(shop).where(eq(shop.id, platform.shop.id))
  expect(Buffer.from(row?.webhookSecretSealed ?? []).includes(webhookSecret)).toBe(false)
  const [audit] = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.shopId, platform.shop.id), eq(auditLog.action, 'shop.replace_webhook_secret')))
  expect(audit).toMatchObject({ actorId: owner.userId, details: null })
})

test('the platform’s own secret is taken over as it is, and told nowhere', async () => {
  const { platform, owner, ctx, receive } = await createStory()
  const webhookSecret = `shpss_${randomUUID().replaceAll('-', '')}`
  await setWebhookSecret({ ctx, input: { webhookSecret } })
  await expect(receive()).rejects.toMatchObject({ code: 'webhook.signature_invalid' })
  expect(await receive(webhookSecret)).toBe('queued')
  const audits = await db.select().from(auditLog).where(eq(auditLog.shopId, platform.shop.id))
  expect(audits).toMatchObject([{ actorId: owner.userId, action: 'shop.set_webhook_secret', details: null }])
})

test('both are for owners who proved lately who they are', async () => {
  const { shop: own, ctx } = await createPlatformShop(db)
  const owner = await createMember(db, own.id, 'owner')
  const ask = async (principal: typeof ctx.principal) => await replaceWebhookSecret({ ctx: { ...ctx, principal } })
  await expect(ask(owner)).rejects.toMatchObject({ code: 'step_up.required' })
  await expect(ask({ ...owner, role: 'moderator', isRecent: true })).rejects.toMatchObject({
    code: 'permission.denied',
  })
  const set = setWebhookSecret({ ctx: { ...ctx, principal: owner }, input: { webhookSecret: 'x'.repeat(16) } })
  await expect(set).rejects.toMatchObject({ code: 'step_up.required' })
})
