import { auditLog, shop } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPlatformShop, signWebhook } from '../testing/platform-shop.ts'
import { createMember } from '../testing/review-world.ts'
import { receiveWebhook } from '../webhook/receive-webhook.ts'
import { replaceWebhookSecret } from './replace-webhook-secret.ts'

const { db } = await useTestDatabase()

test('from then on only what is signed with the new secret is taken; it is stored sealed', async () => {
  const platform = await createPlatformShop(db)
  const owner = { ...(await createMember(db, platform.shop.id, 'owner')), isRecent: true }
  const ctx = { ...platform.ctx, principal: owner }
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

test('is for owners who proved lately who they are', async () => {
  const { shop: own, ctx } = await createPlatformShop(db)
  const owner = await createMember(db, own.id, 'owner')
  const ask = async (principal: typeof ctx.principal) => await replaceWebhookSecret({ ctx: { ...ctx, principal } })
  await expect(ask(owner)).rejects.toMatchObject({ code: 'step_up.required' })
  await expect(ask({ ...owner, role: 'moderator', isRecent: true })).rejects.toMatchObject({
    code: 'permission.denied',
  })
})
