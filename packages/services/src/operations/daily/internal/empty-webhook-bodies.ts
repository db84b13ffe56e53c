import { sql } from 'drizzle-orm'
import { keptSince } from '../../../kernel/retention.ts'
import { emptyInBatches } from './delete-in-batches.ts'
import type { ShopTask } from './shop-task.ts'

/** Empties the bodies of old webhooks that were processed. Their rows and hashes stay, against copies. */
export const emptyWebhookBodies = async (task: ShopTask): Promise<number> =>
  await emptyInBatches(task, {
    table: sql`webhook_delivery`,
    change: sql`payload = ''`,
    isEnded: sql`payload <> '' and processed_at is not null and received_at < ${keptSince('webhookBody', task)}`,
  })
