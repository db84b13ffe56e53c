import { parsePrices } from '@afterword/validation/price/price'
import type { product, shop } from '../schema.ts'
import { createDemoId } from './demo-id.ts'
import { dayMs, minuteMs, shiftTime } from './duration.ts'
import { type DemoHandle, demoProducts } from './products.ts'
import type { Random } from './random.ts'

export const demoCurrency = 'EUR'
/** The shop opened this long before `now`, ahead of its first order. */
const openedDaysAgo = 450

export const createShopRow = (random: Random, now: Date, webhookSecretSealed: Uint8Array) => {
  const createdAt = shiftTime(now, -openedDaysAgo * dayMs)
  return {
    id: createDemoId(random, createdAt),
    accessCode: 'hearth01',
    domain: 'hearth-and-wool.myshopify.com',
    name: 'Hearth & Wool',
    accentColor: '#9a4a2f',
    currency: demoCurrency,
    locale: 'en',
    replyToEmail: 'hello@hearth-and-wool.example',
    postalAddress: '14 Weaver’s Lane, Port Ellery EH0 0ZZ',
    requestDelayDays: 0,
    webhookSecretSealed,
    isDemo: true,
    createdAt,
  } satisfies typeof shop.$inferInsert
}

/**
 * The products as if the platform had told of them, a minute apart, so that their pages keep the
 * catalogue's order. Prices go the way of every price.
 */
export const createProductRows = (random: Random, shopRow: { readonly id: string; readonly createdAt: Date }) =>
  demoProducts.map(({ handle, title, platformId, price, compareAt }, index) => {
    const createdAt = shiftTime(shopRow.createdAt, (index + 1) * minuteMs)
    return {
      shopId: shopRow.id,
      id: createDemoId(random, createdAt),
      platformId,
      title,
      handle,
      imageUrl: `/demo/${handle}.jpg`,
      ...parsePrices({ price, compareAt, currency: demoCurrency }),
      currency: demoCurrency,
      platformUpdatedAt: createdAt,
      createdAt,
    } satisfies typeof product.$inferInsert & { handle: DemoHandle }
  })
