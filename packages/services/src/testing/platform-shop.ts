import { createHmac, randomUUID } from 'node:crypto'
import { createKeyring } from '@afterword/auth/keyring'
import type { Database } from '@afterword/db/connection/client'
import { auditLog, customer, lineItem, order, product, reviewRequest, webhookDelivery } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import type { EnqueueOptions, JobQueue } from '@afterword/jobs/job-queue'
import { and, asc, eq } from 'drizzle-orm'
import type { ServiceContext } from '../kernel/context.ts'
import { processDelivery } from '../platform/webhook/process-delivery.ts'
import { receiveWebhook } from '../platform/webhook/receive-webhook.ts'

export interface EnqueuedJob {
  readonly name: string
  readonly data: unknown
  readonly options: EnqueueOptions | undefined
}

const secret = 'the webhook secret of a test shop'
const keyring = createKeyring('a secret of thirty-two characters or more')

/** Base64 HMAC-SHA-256, as the platform signs. */
export const signWebhook = (body: string | Uint8Array, key = secret): string =>
  createHmac('sha256', key).update(body).digest('base64')

/** A queue that keeps what it is given, for tests that look at what was enqueued. */
export const createRecordingQueue = (): { jobs: EnqueuedJob[]; queue: JobQueue } => {
  const jobs: EnqueuedJob[] = []
  return {
    jobs,
    queue: {
      enqueue(...[, job, data, options]) {
        jobs.push({ name: job.name, data: job.schema.parse(data), options })
        return Promise.resolve()
      },
    },
  }
}

/**
 * A shop that a platform talks to: `deliver` sends a signed message and applies it, as route and job
 * do; `read…` look at what became of it. The clock stands still.
 */
export const createPlatformShop = async (db: Database, overrides: Parameters<typeof createShop>[1] = {}) => {
  const { jobs, queue } = createRecordingQueue()
  const shop = await createShop(db, {
    webhookSecretSealed: keyring.seal('shop-webhook-secret', secret),
    ...overrides,
  })
  const clock = { now: new Date('2026-03-01T12:00:00Z') }
  const ctx: ServiceContext = {
    db,
    jobs: queue,
    keyring,
    publicUrl: 'https://reviews.example',
    now: () => clock.now,
    principal: { kind: 'system' },
    requestId: 'test',
  }

  const receive = async (topic: string, payload: unknown, webhookId: string = randomUUID()) => {
    const body = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload))
    const input = { shopDomain: shop.domain, topic, webhookId, signature: signWebhook(body), body }
    return { webhookId, as: await receiveWebhook({ ctx, input }) }
  }
  const process = async (webhookId: string) => await processDelivery({ ctx, input: { shopId: shop.id, webhookId } })
  const readDelivery = async (webhookId: string) => {
    const [row] = await db
      .select()
      .from(webhookDelivery)
      .where(and(eq(webhookDelivery.shopId, shop.id), eq(webhookDelivery.webhookId, webhookId)))
    return row
  }

  return {
    shop,
    ctx,
    jobs,
    clock,
    receive,
    process,
    readDelivery,
    /** Sends and applies one message. @returns how it ended */
    async deliver(topic: string, payload: unknown, webhookId?: string) {
      const received = await receive(topic, payload, webhookId)
      await process(received.webhookId)
      const row = await readDelivery(received.webhookId)
      return { outcome: row?.outcome ?? null, reason: row?.reason ?? null }
    },
    readOrders: () => db.select().from(order).where(eq(order.shopId, shop.id)).orderBy(asc(order.platformId)),
    readLines: () => db.select().from(lineItem).where(eq(lineItem.shopId, shop.id)).orderBy(asc(lineItem.platformId)),
    readProducts: () => db.select().from(product).where(eq(product.shopId, shop.id)).orderBy(asc(product.platformId)),
    readCustomers: () => db.select().from(customer).where(eq(customer.shopId, shop.id)).orderBy(asc(customer.email)),
    readRequests: () => db.select().from(reviewRequest).where(eq(reviewRequest.shopId, shop.id)),
    readAudit: async () =>
      (await db.select().from(auditLog).where(eq(auditLog.shopId, shop.id)).orderBy(asc(auditLog.id))).map(
        ({ action, actorKind }) => `${actorKind} ${action}`,
      ),
  }
}
