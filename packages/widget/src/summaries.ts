import type { PublicSummary } from '@afterword/validation/storefront/schema'
import { getSummaries } from './api.ts'

type Answer = Promise<ReadonlyMap<string, PublicSummary>>

/** One call that is about to be made for a shop. */
interface Batch {
  readonly ids: Set<string>
  readonly answer: Answer
}

/** Waits until a page that is being read is all there, and what else its scripts do now is done. */
const untilPageIsRead = async (): Promise<void> => {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
  await new Promise((resolve) => setTimeout(resolve))
}

/** Asks for the summaries of a page's products together: one call for all of a shop that are wanted at a time. */
export const createSummaries = (origin: string) => {
  const batches = new Map<string, Batch>()
  const open = (shop: string): Batch => {
    const ids = new Set<string>()
    const ask = async (): Answer => {
      await untilPageIsRead()
      batches.delete(shop)
      const summaries = await getSummaries({ origin, shop }, ids)
      return new Map(summaries.map((summary) => [summary.product.platformId, summary]))
    }
    const batch = { ids, answer: ask() }
    batches.set(shop, batch)
    return batch
  }
  /** @returns Null for a product that is not known. */
  return async ({ shop, productId }: { shop: string; productId: string }): Promise<PublicSummary | null> => {
    const batch = batches.get(shop) ?? open(shop)
    batch.ids.add(productId)
    return (await batch.answer).get(productId) ?? null
  }
}
