import { describe, expect, it } from 'vitest'
import { parseJson } from '../primitives/json.ts'
import { fulfillmentEventSchema } from './fulfillment.ts'
import { platformOrderSchema } from './order.ts'
import { platformProductSchema, productDeletionSchema } from './product.ts'
import { refundEventSchema } from './refund.ts'
import { isPlatformTopic } from './topics.ts'

const big = '820982911946154508'

describe('ids', () => {
  it.each([`{"id":${big}}`, `{"id":"${big}"}`, `{"id":"gid://shopify/Product/${big}"}`])(
    'of %s are kept whole',
    (body) => {
      expect(productDeletionSchema.parse(parseJson(body))).toEqual({ platformId: big })
    },
  )

  it.each([
    {},
    { id: null },
    { id: '' },
    { id: 1.5 },
    { id: {} },
    { id: 'a b' },
    { id: '9'.repeat(65) },
    [],
    null,
    'x',
    5,
  ])('are required: %j is refused', (body) => {
    expect(productDeletionSchema.safeParse(body).success).toBe(false)
    expect(platformOrderSchema.safeParse(body).success).toBe(false)
    expect(platformProductSchema.safeParse(body).success).toBe(false)
  })
})

describe('an order', () => {
  it('that carries nothing but its id is read', () => {
    expect(platformOrderSchema.parse({ id: 1 })).toEqual({
      platformId: '1',
      name: null,
      currency: null,
      locale: null,
      isTest: false,
      email: null,
      hasUnusableEmail: false,
      customer: { platformId: null, firstName: null, lastName: null },
      orderedAt: null,
      updatedAt: null,
      cancelledAt: null,
      isFulfilled: false,
      lineItems: [],
      fulfillments: [],
      refunds: [],
    })
  })

  it('takes the first usable email address', () => {
    const order = { id: 1, email: 'example string', contact_email: '', customer: { id: 2, email: 'mina@Example.com' } }
    expect(platformOrderSchema.parse(order)).toMatchObject({ email: 'mina@example.com', hasUnusableEmail: true })
    expect(platformOrderSchema.parse({ id: 1, email: null }).hasUnusableEmail).toBe(false)
  })

  it('takes nulls, missing lists and text for numbers', () => {
    const order = platformOrderSchema.parse({
      id: big,
      name: null,
      currency: 'example string',
      customer: 'gone',
      line_items: [null, { id: 5, quantity: '3', title: null, name: 'Tray' }],
      fulfillments: null,
      refunds: undefined,
      updated_at: '2019-01-01 00:00:00.000Z',
      cancelled_at: 'soon',
      customer_locale: 'example string',
    })
    expect(order).toMatchObject({
      currency: null,
      locale: null,
      cancelledAt: null,
      updatedAt: new Date('2019-01-01T00:00:00Z'),
    })
    expect(order.lineItems).toEqual([
      {
        platformId: '5',
        productPlatformId: null,
        title: 'Tray',
        variantTitle: null,
        quantity: 3,
        price: undefined,
        isGiftCard: false,
      },
    ])
  })

  it.each([
    { line_items: {} },
    { line_items: [{ title: 'no id' }] },
    { line_items: [{ id: 1, quantity: -1 }] },
    { line_items: [{ id: 1, quantity: 'many' }] },
    { line_items: [{ id: 1, quantity: 2_147_483_648 }] },
    { refunds: [{ id: 1, refund_line_items: [{ quantity: 1 }] }] },
    { fulfillments: ['x'] },
  ])('whose parts are nonsense is refused: %j', (parts) => {
    expect(platformOrderSchema.safeParse({ id: 1, ...parts }).success).toBe(false)
  })

  it.each([
    ['2021-12-31T19:00:00-05:00', '2022-01-01T00:00:00.000Z'],
    ['2021-12-31T19:00:00', '2021-12-31T19:00:00.000Z'],
    ['2021-13-31T19:00:00Z', null],
    ['0000-01-01T00:00:00Z', null],
    ['+275760-09-13T00:00:00Z', null],
    [1_640_995_200, null],
  ])('told at %j was told at %j', (updated_at, expected) => {
    expect(platformOrderSchema.parse({ id: 1, updated_at }).updatedAt?.toISOString() ?? null).toBe(expected)
  })

  it('loses control characters from what it shows', () => {
    expect(platformOrderSchema.parse({ id: 1, name: '#1\u0000\r\nBcc: x' }).name).toBe('#1 Bcc: x')
    expect(platformOrderSchema.parse({ id: 1, name: `${'a'.repeat(499)}😀` }).name).toBe(`${'a'.repeat(199)}…`)
  })

  it('brings names of people that nobody can click, of a sane length', () => {
    const customer = { id: 1, first_name: 'http://evil.example', last_name: `evil.example ${'x'.repeat(500)}` }
    const read = platformOrderSchema.parse({ id: 1, customer }).customer
    expect(read.firstName).toBe('evil. example')
    expect(read.lastName).toMatch(/^evil\. example x+…$/)
    expect(read.lastName?.length).toBeLessThanOrEqual(80)
  })
})

describe('parts of an order', () => {
  it('need the order’s id when they come alone', () => {
    expect(fulfillmentEventSchema.parse({ id: 1, order_id: big, status: 'success' }).orderPlatformId).toBe(big)
    expect(fulfillmentEventSchema.safeParse({ id: 1 }).success).toBe(false)
    expect(refundEventSchema.safeParse({ id: 1, refund_line_items: [] }).success).toBe(false)
  })

  it('name the refunded line directly or through the line they repeat', () => {
    const { refund } = refundEventSchema.parse({
      id: 1,
      order_id: 2,
      refund_line_items: [
        { line_item_id: 7, quantity: 2 },
        { line_item: { id: 8 }, quantity: 1 },
      ],
    })
    expect(refund.lines.map((line) => [line.lineItemPlatformId, line.quantity])).toEqual([
      ['7', 2],
      ['8', 1],
    ])
  })
})

describe('a product', () => {
  it('brings the prices of its variants in their places, as sent', () => {
    const variants = [
      { price: '3' },
      { position: 2, price: '2' },
      { position: 1, price: '1', compare_at_price: '0.00' },
    ]
    expect(platformProductSchema.parse({ id: 1, variants }).prices).toEqual([
      { price: '1', compareAt: '0.00' },
      { price: '2' },
      { price: '3' },
    ])
    expect(platformProductSchema.parse({ id: 1 }).prices).toEqual([])
    expect(platformProductSchema.parse({ id: 1, status: 'DRAFT' }).status).toBe('draft')
  })

  it('keeps a picture only when its address is a web address', () => {
    const image = { src: 'javascript:alert(1)' }
    expect(platformProductSchema.parse({ id: 1, image, images: [{ src: '//cdn.example/a.png' }] }).imageUrl).toBe(
      'https://cdn.example/a.png',
    )
    expect(platformProductSchema.parse({ id: 1, image }).imageUrl).toBeNull()
  })
})

it('topics are compared exactly', () => {
  expect(isPlatformTopic('orders/create')).toBe(true)
  expect(isPlatformTopic('orders/delete')).toBe(false)
  expect(isPlatformTopic('constructor')).toBe(false)
})
