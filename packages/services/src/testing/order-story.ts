/** Messages about one order, as the platform sends them over its life. */

export const orderId = '820982911946154508'
export const productIds = ['788032119674292922', '788032119674292923', '788032119674292924'] as const
const lineIds = ['487817672276298554', '487817672276298555', '487817672276298556'] as const

const lines = [
  { id: lineIds[0], product_id: productIds[0], title: 'Merino throw', quantity: 5, price: '89.00' },
  { id: lineIds[1], product_id: productIds[1], title: 'Oak tray', quantity: 3, price: '42.50' },
  { id: lineIds[2], product_id: productIds[2], title: 'Linen apron', quantity: 1, price: '38.00' },
]

const head = {
  id: orderId,
  name: '#1042',
  currency: 'USD',
  customer_locale: 'en',
  email: 'mina@example.com',
  created_at: '2026-02-20T10:00:00Z',
  processed_at: '2026-02-20T10:00:00Z',
  cancelled_at: null,
  test: false,
  customer: { id: 115310627314723950, first_name: 'Mina', last_name: 'Kim' },
}

/** The parcel that carried everything. */
export const fulfillment = {
  id: 123456,
  order_id: orderId,
  status: 'success',
  created_at: '2026-02-25T09:00:00Z',
  updated_at: '2026-02-26T09:00:00Z',
  line_items: lines,
}

/** One of five throws, and the apron, given back. */
export const refund = {
  id: '890088186047892319',
  order_id: orderId,
  refund_line_items: [
    { line_item_id: lineIds[0], quantity: 1, line_item: lines[0] },
    { line_item_id: lineIds[2], quantity: 1, line_item: lines[2] },
  ],
}

/** An order: A×5, B×3, C×1. `overrides` are the platform's fields. */
export const orderMessage = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  ...head,
  updated_at: '2026-02-20T10:00:00Z',
  line_items: lines,
  fulfillments: [],
  refunds: [],
  ...overrides,
})

/** The same order handed over, as `orders/fulfilled` tells it. */
export const fulfilledOrderMessage = (overrides: Readonly<Record<string, unknown>> = {}) =>
  orderMessage({
    updated_at: '2026-02-25T09:00:05Z',
    fulfillment_status: 'fulfilled',
    fulfillments: [fulfillment],
    ...overrides,
  })

/** A product's message. `variant` are the first variant's fields. */
export const productMessage = (variant: Readonly<Record<string, unknown>> = {}, overrides = {}) => ({
  id: productIds[0],
  title: 'Merino throw',
  handle: 'merino-throw',
  updated_at: '2026-02-01T10:00:00Z',
  image: { src: 'https://cdn.example/throw.jpg' },
  variants: [{ id: 1, position: 1, price: '89.00', compare_at_price: null, ...variant }],
  ...overrides,
})
