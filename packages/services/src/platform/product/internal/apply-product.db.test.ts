import { useTestDatabase } from '@afterword/db/testing/template-db'
import { describe, expect, it } from 'vitest'
import { orderMessage, productMessage } from '../../../testing/order-story.ts'
import { createPlatformShop } from '../../../testing/platform-shop.ts'

const { db } = await useTestDatabase()
const done = { outcome: 'processed', reason: null }

const good = async (overrides = {}) => {
  const shop = await createPlatformShop(db, overrides)
  await shop.deliver('products/create', productMessage({ compare_at_price: '120.00' }))
  return shop
}
const later = { updated_at: '2026-02-02T10:00:00Z', title: 'Merino throw, wide' }

describe('a product’s message', () => {
  it('makes the product with its prices and picture', async () => {
    const shop = await good()
    expect(await shop.readProducts()).toMatchObject([
      {
        title: 'Merino throw',
        handle: 'merino-throw',
        imageUrl: 'https://cdn.example/throw.jpg',
        priceMinor: 8900,
        compareAtMinor: 12_000,
        currency: 'USD',
      },
    ])
    expect(await shop.readAudit()).toEqual(['platform product.update'])
  })

  it.each([['0.00'], [''], [null], [0], [undefined], ['89.00'], [89], ['45.00']])(
    'with the compare-at price %j shows none, and that is no error',
    async (compare_at_price) => {
      const shop = await good()
      expect(await shop.deliver('products/update', productMessage({ compare_at_price }, later))).toEqual(done)
      expect(await shop.readProducts()).toMatchObject([{ title: later.title, priceMinor: 8900, compareAtMinor: null }])
    },
  )

  it('with a higher compare-at price shows it', async () => {
    const shop = await good()
    expect(await shop.deliver('products/update', productMessage({ compare_at_price: '99.50' }, later))).toEqual(done)
    expect(await shop.readProducts()).toMatchObject([{ compareAtMinor: 9950 }])
  })

  it.each([['-5.00'], [-5], ['example string'], ['NaN'], ['1e3'], ['99.999'], [true], [{}]])(
    'with the compare-at price %j is applied but keeps the last good prices',
    async (compare_at_price) => {
      const shop = await good()
      expect(
        await shop.deliver('products/update', productMessage({ price: '99.00', compare_at_price }, later)),
      ).toEqual({ outcome: 'processed', reason: 'price.compare_at_invalid' })
      expect(await shop.readProducts()).toMatchObject([
        { title: later.title, priceMinor: 8900, compareAtMinor: 12_000 },
      ])
    },
  )

  it.each([['-5.00'], ['example string'], [''], [null]])(
    'with the price %j is applied but keeps the last good prices',
    async (price) => {
      const shop = await good()
      expect(await shop.deliver('products/update', productMessage({ price }, later))).toEqual({
        outcome: 'processed',
        reason: 'price.invalid',
      })
      expect(await shop.readProducts()).toMatchObject([
        { title: later.title, priceMinor: 8900, compareAtMinor: 12_000 },
      ])
    },
  )

  it('takes the selling price when nothing good is known yet', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('products/create', productMessage({ compare_at_price: 'free' }))
    expect(await shop.readProducts()).toMatchObject([{ priceMinor: 8900, compareAtMinor: null }])
  })

  it('without variants keeps the prices', async () => {
    const shop = await good()
    expect(await shop.deliver('products/update', productMessage({}, { ...later, variants: [] }))).toEqual(done)
    expect(await shop.readProducts()).toMatchObject([{ priceMinor: 8900, compareAtMinor: 12_000 }])
  })

  it('reads prices in the shop’s currency', async () => {
    const shop = await createPlatformShop(db, { currency: 'JPY' })
    expect(
      await shop.deliver('products/create', productMessage({ price: '1200.00', compare_at_price: '1500' })),
    ).toEqual(done)
    expect(await shop.readProducts()).toMatchObject([{ priceMinor: 1200, compareAtMinor: 1500, currency: 'JPY' }])
  })

  it.each([
    [
      'one price',
      [
        ['50.00', null],
        ['50.00', null],
      ],
      [5000, null, false],
    ],
    [
      'several prices',
      [
        ['80.00', null],
        ['50.00', null],
      ],
      [5000, null, true],
    ],
    [
      'a sale on another variant than the first',
      [
        ['100.00', null],
        ['60.00', '100.00'],
      ],
      [6000, 10_000, true],
    ],
    [
      'a sale on a variant that costs more than another',
      [
        ['50.00', null],
        ['60.00', '80.00'],
      ],
      [5000, null, true],
    ],
    [
      'a sale on one of two that cost the same',
      [
        ['60.00', null],
        ['60.00', '75.00'],
      ],
      [6000, 7500, false],
    ],
    [
      'two sales down to one price',
      [
        ['60.00', '90.00'],
        ['60.00', '75.00'],
        ['61.00', '99.00'],
      ],
      [6000, 7500, true],
    ],
    [
      'a free variant',
      [
        ['10.00', null],
        ['0.00', '0.00'],
      ],
      [0, null, true],
    ],
  ] as const)('with %s says the lowest, and "from" where another costs more', async (_title, prices, expected) => {
    const shop = await createPlatformShop(db)
    const variants = prices.map(([price, compare_at_price], index) => ({
      position: index + 1,
      price,
      compare_at_price,
    }))
    expect(await shop.deliver('products/create', productMessage({}, { variants }))).toEqual(done)
    const [row] = await shop.readProducts()
    expect([row?.priceMinor, row?.compareAtMinor, row?.isPriceFrom]).toEqual(expected)
  })

  it('whose other variant’s price is nonsense keeps the last good prices, and takes what can be read at first', async () => {
    const variants = [{ price: '99.00' }, { price: 'free' }, { price: '95.00', compare_at_price: '110.00' }]
    const first = await createPlatformShop(db)
    expect((await first.deliver('products/create', productMessage({}, { variants }))).reason).toBe('price.invalid')
    expect(await first.readProducts()).toMatchObject([{ priceMinor: 9500, compareAtMinor: null, isPriceFrom: true }])
    const known = await good()
    await known.deliver('products/update', productMessage({}, { ...later, variants }))
    expect(await known.readProducts()).toMatchObject([{ priceMinor: 8900, compareAtMinor: 12_000, isPriceFrom: false }])
  })

  it('says its status, which one that leaves it out does not change', async () => {
    const shop = await good()
    const statusAfter = async (overrides: object) => {
      await shop.deliver('products/update', productMessage({}, overrides))
      return (await shop.readProducts())[0]?.status
    }
    expect(await statusAfter({ ...later, status: 'draft' })).toBe('draft')
    expect(await statusAfter({ updated_at: '2026-02-03T00:00:00Z' })).toBe('draft')
    expect(await statusAfter({ updated_at: '2026-02-04T00:00:00Z', status: 'active' })).toBe('active')
  })

  it('older than the stored one is ignored, the same again changes nothing', async () => {
    const shop = await good()
    expect(
      await shop.deliver('products/update', productMessage({}, { updated_at: '2026-01-01T00:00:00Z', title: 'Old' })),
    ).toEqual({ outcome: 'ignored', reason: 'stale' })
    expect(await shop.deliver('products/create', productMessage({ compare_at_price: '120.00' }))).toEqual(done)
    expect(await shop.readAudit()).toEqual(['platform product.update'])
  })

  it('after a deletion is ignored', async () => {
    const shop = await good()
    expect(await shop.deliver('products/delete', { id: productMessage().id })).toEqual(done)
    expect(await shop.deliver('products/delete', { id: productMessage().id })).toEqual({
      outcome: 'ignored',
      reason: 'product_deleted',
    })
    expect(await shop.deliver('products/update', productMessage({}, later))).toEqual({
      outcome: 'ignored',
      reason: 'product_deleted',
    })
    expect(await shop.readProducts()).toMatchObject([{ title: 'Merino throw', deletedAt: shop.clock.now }])
    expect(await shop.deliver('products/delete', { id: 1 })).toEqual({ outcome: 'ignored', reason: 'product_unknown' })
  })

  it('before it was known is remembered as deleted, whatever comes about it later, in orders too', async () => {
    const shop = await createPlatformShop(db)
    expect(await shop.deliver('products/delete', { id: productMessage().id })).toEqual({
      outcome: 'ignored',
      reason: 'product_unknown',
    })
    const ignored = { outcome: 'ignored', reason: 'product_deleted' }
    expect(await shop.deliver('products/create', productMessage())).toEqual(ignored)
    expect(await shop.deliver('products/delete', { id: productMessage().id })).toEqual(ignored)
    await shop.deliver('orders/create', orderMessage())
    const known = (await shop.readProducts()).map(({ deletedAt }) => deletedAt !== null)
    expect(known).toEqual([true, false, false])
  })

  it('and made again at once ends deleted, whichever is first', async () => {
    const shop = await createPlatformShop(db)
    const { id } = productMessage()
    await Promise.all(
      Array.from({ length: 6 }, async (_, n) =>
        n % 2 === 0
          ? await shop.deliver('products/delete', { id })
          : await shop.deliver('products/create', productMessage()),
      ),
    )
    expect((await shop.readProducts()).map(({ deletedAt }) => deletedAt !== null)).toEqual([true])
  })

  it('does not touch another shop’s product of the same id', async () => {
    const [one, two] = [await good(), await good()]
    await one.deliver('products/delete', { id: productMessage().id })
    expect(await two.readProducts()).toMatchObject([{ deletedAt: null }])
  })

  it('of many at once, the newest wins', async () => {
    const shop = await createPlatformShop(db)
    const messages = Array.from({ length: 12 }, (_, n) =>
      productMessage({ price: `${n + 1}.00` }, { updated_at: `2026-02-${n + 10}T00:00:00Z` }),
    )
    await Promise.all(messages.map((message) => shop.deliver('products/update', message)))
    expect(await shop.readProducts()).toMatchObject([{ priceMinor: 1200 }])
  })
})
