import { randomBytes } from 'node:crypto'
import type { Executor } from '../connection/client.ts'
import { customer, invitation, lineItem, order, product, review, reviewRequest, shop } from '../schema.ts'

/** A row's columns, all optional: what a test does not name gets a believable value. */
type Overrides<Table extends { $inferInsert: object }> = Partial<Table['$inferInsert']>
/** The same for a table of a shop, whose shop must be named. */
type InShop<
  Table extends { $inferInsert: object },
  Required extends keyof Table['$inferInsert'] = never,
> = Overrides<Table> & {
  shopId: string
} & Pick<Table['$inferInsert'], Required>

const uniqueText = (): string => randomBytes(6).toString('hex')
/** A platform id above 2^53, as Shopify's are. */
const platformId = (): string => `9${randomBytes(7).readUIntBE(0, 6).toString().padStart(17, '0')}`

const only = <Row>(rows: Row[]): Row => {
  const [row] = rows
  if (row === undefined) throw new Error('The factory inserted no row.')
  return row
}

/**
 * A shop of its own for one test. `webhookSecretSealed` holds no usable secret unless it is given:
 * `keyring.seal('shop-webhook-secret', secret)`.
 */
export const createShop = async (db: Executor, overrides: Overrides<typeof shop> = {}) =>
  only(
    await db
      .insert(shop)
      .values({
        accessCode: uniqueText(),
        domain: `${uniqueText()}.myshopify.com`,
        name: 'Hearth & Wool',
        currency: 'USD',
        webhookSecretSealed: new Uint8Array(0),
        ...overrides,
      })
      .returning(),
  )

export const createCustomer = async (db: Executor, values: InShop<typeof customer>) =>
  only(
    await db
      .insert(customer)
      .values({ email: `${uniqueText()}@example.com`, firstName: 'Mina', lastName: 'Kim', ...values })
      .returning(),
  )

export const createProduct = async (db: Executor, values: InShop<typeof product>) =>
  only(
    await db
      .insert(product)
      .values({ platformId: platformId(), title: 'Merino throw', priceMinor: 8900, currency: 'USD', ...values })
      .returning(),
  )

export const createOrder = async (db: Executor, values: InShop<typeof order>) =>
  only(
    await db
      .insert(order)
      .values({
        platformId: platformId(),
        name: '#1042',
        currency: 'USD',
        orderedAt: new Date('2026-01-05T10:00:00Z'),
        platformUpdatedAt: new Date('2026-01-05T10:00:00Z'),
        ...values,
      })
      .returning(),
  )

export const createLineItem = async (db: Executor, values: InShop<typeof lineItem, 'orderId'>) =>
  only(
    await db
      .insert(lineItem)
      .values({ platformId: platformId(), title: 'Merino throw', quantity: 1, priceMinor: 8900, ...values })
      .returning(),
  )

export const createReviewRequest = async (db: Executor, values: InShop<typeof reviewRequest, 'orderId'>) =>
  only(
    await db
      .insert(reviewRequest)
      .values({ sendAt: new Date('2026-01-20T10:00:00Z'), ...values })
      .returning(),
  )

export const createReview = async (db: Executor, values: InShop<typeof review, 'productId'>) =>
  only(
    await db
      .insert(review)
      .values({
        rating: 5,
        title: 'Warmer than I expected',
        body: 'Soft, and it does not shed.',
        authorName: 'Mina K.',
        ...values,
      })
      .returning(),
  )

/**
 * An order that can be reviewed: customer, product, fulfilled order, one line and its request.
 * Enough for most tests of what comes after an order.
 */
export const createReviewableOrder = async (db: Executor, values: { shopId: string; email?: string }) => {
  const { shopId } = values
  const fulfilledAt = new Date('2026-01-06T10:00:00Z')
  const buyer = await createCustomer(db, { shopId, ...(values.email === undefined ? {} : { email: values.email }) })
  const bought = await createProduct(db, { shopId })
  const placed = await createOrder(db, { shopId, customerId: buyer.id, fulfilledAt })
  const line = await createLineItem(db, {
    shopId,
    orderId: placed.id,
    productId: bought.id,
    title: bought.title,
    fulfilledAt,
  })
  const request = await createReviewRequest(db, { shopId, orderId: placed.id })
  return { customer: buyer, product: bought, order: placed, lineItem: line, reviewRequest: request }
}

/** An open invitation of a week, its mail not written yet. */
export const createInvitation = async (db: Executor, values: InShop<typeof invitation, 'invitedBy'>) =>
  only(
    await db
      .insert(invitation)
      .values({
        email: `${uniqueText()}@invited.example`,
        role: 'viewer',
        expiresAt: new Date(Date.now() + 7 * 24 * 3_600_000),
        ...values,
      })
      .returning(),
  )
