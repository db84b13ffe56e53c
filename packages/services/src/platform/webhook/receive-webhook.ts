import { shop, webhookDelivery } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { processWebhook } from '@afterword/jobs/definitions/process-webhook'
import { parseJson } from '@afterword/validation/primitives/json'
import { isPlatformTopic } from '@afterword/validation/shopify/topics'
import { eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import type { DeliveryResult } from '../../shop/shop-scope.ts'
import { findReplay } from './internal/find-replay.ts'
import { isSignatureValid } from './internal/verify-signature.ts'

export interface ReceiveWebhookInput {
  readonly shopDomain: string | undefined
  readonly topic: string | undefined
  readonly webhookId: string | undefined
  /** Base64, as in the header. */
  readonly signature: string | undefined
  /** The bytes as they came: the signature is over them. */
  readonly body: Uint8Array
}

/** `queued` is applied by a job; `repeated` was stored before; the others end at once. */
export type ReceivedAs = 'queued' | 'repeated' | 'ignored' | 'rejected'

/** Ids are indexed, and an index entry has its limit. */
const maxIdLength = 200
const maxTopicLength = 200
/** Of a body that is no JSON, enough to see what it was. */
const maxRejectedLength = 10_000

const readText = (body: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}

/** What can be said of a message without applying it; null when a job must. */
const judge = (topic: string, text: string | null): DeliveryResult | null => {
  if (text === null || parseJson(text) === undefined) return { outcome: 'rejected', reason: 'body.invalid' }
  return isPlatformTopic(topic) ? null : { outcome: 'ignored', reason: 'topic_unknown' }
}

const findShop = async (ctx: ServiceContext, domain: string | undefined) => {
  const [row] = await ctx.db
    .select({ id: shop.id, sealed: shop.webhookSecretSealed })
    .from(shop)
    .where(eq(shop.domain, (domain ?? '').toLowerCase()))
  if (row === undefined) throw new DomainError('shop.not_found')
  return row
}

/**
 * Takes a platform's message: proves where it comes from, stores it once per (shop, webhook id) and
 * has a job apply it, in one transaction. Quick, because the platform waits for the answer.
 *
 * Whatever carries a good signature is accepted, nonsense included (stored as rejected), so that the
 * platform does not send it for ever.
 *
 * @throws DomainError `shop.not_found`, `webhook.signature_invalid`, `webhook.id_missing`
 */
export const receiveWebhook = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ReceiveWebhookInput
}): Promise<ReceivedAs> => {
  const { id: shopId, sealed } = await findShop(ctx, input.shopDomain)
  const secret = ctx.keyring.open('shop-webhook-secret', sealed)
  if (!isSignatureValid(input.body, input.signature, secret)) throw new DomainError('webhook.signature_invalid')
  const { webhookId = '' } = input
  if (webhookId === '' || webhookId.length > maxIdLength) throw new DomainError('webhook.id_missing')

  const topic = (input.topic ?? '').slice(0, maxTopicLength)
  const text = readText(input.body)
  const judged = judge(topic, text)
  const payload = judged?.outcome === 'rejected' ? describeNonsense(input.body) : (text ?? '')
  const bodyHash = createHash('sha256').update(input.body).digest()
  return await inTransaction(ctx, async (tx) => {
    const result = judged ?? (await findReplay(tx, { shopId, topic, webhookId, bodyHash }))
    const stored = await tx
      .insert(webhookDelivery)
      .values({
        shopId,
        webhookId,
        topic,
        payload,
        bodyHash,
        ...result,
        processedAt: result === null ? null : ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ webhookId: webhookDelivery.webhookId })
    if (stored.length === 0) return 'repeated'
    if (result !== null) return result.outcome === 'rejected' ? 'rejected' : 'ignored'
    await ctx.jobs.enqueue(tx, processWebhook, { shopId, webhookId })
    return 'queued'
  })
}

/** Postgres' text takes no NUL. */
const describeNonsense = (body: Uint8Array): string =>
  new TextDecoder().decode(body.subarray(0, maxRejectedLength)).replaceAll('\u0000', '\ufffd')
