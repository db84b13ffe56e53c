import { createDemoOrderPayload } from '@afterword/db/seed/demo-order-payload'
import { emailSchema } from '@afterword/validation/primitives/email-schema'
import { createHmac, randomUUID } from 'node:crypto'
import type { Env } from '../launcher/env.ts'
import { type DemoFile, readDemoFile } from '../launcher/demo-file.ts'
import { readInput } from './at-console.ts'

const send = async (demo: DemoFile, topic: string, body: string): Promise<void> => {
  const response = await fetch(`${demo.publicUrl}/webhooks/shopify`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': demo.shop.domain,
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-hmac-sha256': createHmac('sha256', demo.shop.webhookSecret).update(body).digest('base64'),
    },
  })
  if (!response.ok) throw new Error(`The webhook was answered with ${response.status}: ${await response.text()}`)
}

/**
 * Sends the running demo what a shop's platform would send for a new, fulfilled order.
 *
 * @param address  Whom the mail goes to.
 * @throws Error with a sentence when it is no address
 */
export const runOrder = async (env: Env, address = 'mina@example.com'): Promise<void> => {
  const email = readInput(emailSchema, address)
  const demo = await readDemoFile(env.dataDir)
  const order = createDemoOrderPayload({ now: new Date(), email })
  await send(demo, 'orders/create', order.created)
  await send(demo, 'orders/fulfilled', order.fulfilled)
  console.log(
    `Order ${order.name} was sent. Its review request goes to ${email}; see ${demo.mailboxUrl ?? 'the mailbox'}`,
  )
}
