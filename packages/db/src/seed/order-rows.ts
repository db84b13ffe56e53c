import type { customer, lineItem, order, reviewRequest } from '../schema.ts'
import { createDemoId } from './demo-id.ts'
import type { PlannedCustomer, PlannedOrder } from './plan-orders.ts'
import { type DemoHandle, type DemoProductContent, demoProducts } from './products.ts'
import type { Random } from './random.ts'
import { demoCurrency } from './shop-rows.ts'

/** A platform id above 2^53, as text. */
const platformId = (series: number, number: number): string => `${series}${String(number).padStart(15, '0')}`

const isFirst = (buyer: PlannedCustomer, index: number, all: readonly PlannedCustomer[]): boolean =>
  all.indexOf(buyer) === index

export const createCustomerRows = (shopId: string, orders: readonly PlannedOrder[]) =>
  orders
    .map((placed) => placed.customer)
    .filter(isFirst)
    .map(
      (buyer, index) =>
        ({
          shopId,
          id: buyer.id,
          email: `${buyer.mailbox}@example.com`,
          platformId: platformId(731, 4_401 + index * 13),
          firstName: buyer.firstName,
          lastName: buyer.lastName,
          locale: buyer.language,
          createdAt: buyer.createdAt,
        }) satisfies typeof customer.$inferInsert,
    )

export const createOrderRows = (shopId: string, orders: readonly PlannedOrder[]) =>
  orders.map(
    (placed) =>
      ({
        shopId,
        id: placed.id,
        platformId: platformId(582, 90_210 + placed.number * 17),
        customerId: placed.customer.id,
        name: `#${1_000 + placed.number}`,
        currency: demoCurrency,
        locale: placed.customer.language,
        orderedAt: placed.orderedAt,
        platformUpdatedAt: placed.fulfilledAt,
        fulfilledAt: placed.fulfilledAt,
        createdAt: placed.orderedAt,
      }) satisfies typeof order.$inferInsert,
  )

export const createRequestRows = (random: Random, shopId: string, orders: readonly PlannedOrder[]) =>
  orders.map(
    (placed) =>
      ({
        shopId,
        id: createDemoId(random, placed.fulfilledAt),
        orderId: placed.id,
        sendAt: placed.fulfilledAt,
        sentAt: placed.requestSentAt,
        attempts: 1,
        createdAt: placed.fulfilledAt,
      }) satisfies typeof reviewRequest.$inferInsert,
  )

type ProductRow = { readonly id: string; readonly handle: DemoHandle; readonly priceMinor: number }

export interface LineSource {
  readonly random: Random
  readonly shopId: string
  readonly products: ReadonlyMap<DemoHandle, ProductRow>
}

const contentOf = (handle: DemoHandle): DemoProductContent =>
  demoProducts.find((content) => content.handle === handle) as DemoProductContent

export const createLineRows = ({ random, shopId, products }: LineSource, orders: readonly PlannedOrder[]) =>
  orders.flatMap((placed) =>
    placed.lines.map(({ id, handle }, position) => {
      const { title, variants, maxQuantity } = contentOf(handle)
      const bought = products.get(handle) as ProductRow
      return {
        shopId,
        id,
        orderId: placed.id,
        platformId: platformId(613, placed.number * 100 + position),
        productId: bought.id,
        title,
        variantTitle: variants.length === 0 ? null : random.pick(variants),
        quantity: random.chance(0.65) ? 1 : random.int(1, maxQuantity),
        priceMinor: bought.priceMinor,
        fulfilledAt: placed.fulfilledAt,
        position,
        createdAt: placed.orderedAt,
      } satisfies typeof lineItem.$inferInsert
    }),
  )
