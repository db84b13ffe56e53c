import { formatDecimal } from '@afterword/validation/primitives/money'
import { parsePrice } from '@afterword/validation/price/price'
import { randomInt } from 'node:crypto'
import { hourMs, shiftTime } from './duration.ts'
import { type DemoHandle, type DemoProductContent, demoProducts } from './products.ts'
import { demoCurrency } from './shop-rows.ts'

export interface DemoOrderPayload {
  /** E.g. `#4217`. */
  readonly name: string
  /** Body of `orders/create`. */
  readonly created: string
  /** Body of the `orders/fulfilled` that follows. */
  readonly fulfilled: string
}

/** Among them the product whose compare-at price the platform states as 0. */
const basket: readonly DemoHandle[] = ['waffle-towels', 'stoneware-mug', 'oak-tray']

/** Above 2^53 and below 2^63, as the platform's ids are. */
const newPlatformId = (): string => `9${randomInt(10 ** 8, 10 ** 9)}${randomInt(10 ** 7, 10 ** 8)}`

/** JSON in which long ids are bare digits: `JSON.stringify` can write them as text only. */
const toJsonText = (body: object): string => JSON.stringify(body).replaceAll(/"(\d{16,19})"/g, '$1')

const createLine = ({ title, platformId, price, variants }: DemoProductContent, quantity: number) => ({
  id: newPlatformId(),
  product_id: platformId,
  variant_id: newPlatformId(),
  title,
  variant_title: variants[0] ?? null,
  name: variants[0] === undefined ? title : `${title} - ${variants[0]}`,
  quantity,
  price,
  vendor: 'Hearth & Wool',
  gift_card: false,
  requires_shipping: true,
  taxable: true,
  fulfillment_status: null,
})
type Line = ReturnType<typeof createLine>

const sumLines = (lines: readonly Line[]): string =>
  formatDecimal(
    lines.reduce((sum, { price, quantity }) => sum + parsePrice(price, demoCurrency) * quantity, 0),
    demoCurrency,
  )

interface OrderFacts {
  readonly name: string
  readonly email: string
  readonly orderedAt: string
}

const createOrder = (lines: readonly Line[], { name, email, orderedAt }: OrderFacts) => {
  const id = newPlatformId()
  const total = sumLines(lines)
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name,
    order_number: Number(name.slice(1)),
    email,
    contact_email: email,
    currency: demoCurrency,
    customer_locale: 'en',
    test: false,
    financial_status: 'paid',
    created_at: orderedAt,
    processed_at: orderedAt,
    cancelled_at: null,
    cancel_reason: null,
    subtotal_price: total,
    total_price: total,
    customer: { id: newPlatformId(), email, first_name: 'Mina', last_name: 'Kim' },
    refunds: [],
  }
}

/**
 * What the demo shop's platform sends for a new order and, an hour later, when all of it was handed
 * over. Each call makes another order.
 *
 * @param input.now    When it was handed over.
 * @param input.email  The buyer's address.
 * @returns JSON text, ids written as bare digits above 2^53.
 */
export const createDemoOrderPayload = (input: { readonly now: Date; readonly email: string }): DemoOrderPayload => {
  const orderedAt = shiftTime(input.now, -hourMs).toISOString()
  const fulfilledAt = input.now.toISOString()
  const lines = demoProducts
    .filter(({ handle }) => basket.includes(handle))
    .map((product) => createLine(product, product.maxQuantity > 2 ? 2 : 1))
  const name = `#${randomInt(2_000, 10_000)}`
  const order = createOrder(lines, { name, email: input.email, orderedAt })
  const handedOver = lines.map((line) => ({ ...line, fulfillment_status: 'fulfilled' }))
  const fulfillment = {
    id: newPlatformId(),
    order_id: order.id,
    status: 'success',
    created_at: fulfilledAt,
    updated_at: fulfilledAt,
    tracking_company: 'Post',
    tracking_number: null,
    line_items: handedOver,
  }
  return {
    name,
    created: toJsonText({
      ...order,
      updated_at: orderedAt,
      fulfillment_status: null,
      line_items: lines,
      fulfillments: [],
    }),
    fulfilled: toJsonText({
      ...order,
      updated_at: fulfilledAt,
      fulfillment_status: 'fulfilled',
      line_items: handedOver,
      fulfillments: [fulfillment],
    }),
  }
}
