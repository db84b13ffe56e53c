import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '../connection/client.ts'
import {
  auditLog,
  customer,
  lineItem,
  linkHit,
  member,
  order,
  product,
  productRating,
  review,
  reviewReply,
  reviewRequest,
  reviewVote,
  shop,
  userAccount,
} from '../schema.ts'
import { createAuditRows } from './audit-rows.ts'
import { countRatings } from './count-ratings.ts'
import { createDemoId } from './demo-id.ts'
import { createLinkHitRows } from './link-hit-rows.ts'
import { createCustomerRows, createLineRows, createOrderRows, createRequestRows } from './order-rows.ts'
import { planOrders } from './plan-orders.ts'
import { planReviews } from './plan-reviews.ts'
import { createRandom } from './random.ts'
import { createReplyRows, createReviewRows, createVoteRows } from './review-rows.ts'
import { createProductRows, createShopRow } from './shop-rows.ts'

export interface DemoAccount {
  readonly email: string
  readonly name: string
  /** argon2id, PHC string. */
  readonly passwordHash: string
}

export interface SeedInput {
  /** All times of the demo lie before it. */
  readonly now: Date
  readonly accounts: { readonly admin: DemoAccount; readonly operator: DemoAccount }
  /** The shop's webhook secret, sealed with the installation's key. */
  readonly webhookSecretSealed: Uint8Array
}

/** Any number will do; the same one gives the same shop. */
const demoSeed = 1_842

/** All rows of the demo, in memory. Postgres is asked for nothing, so that they repeat. */
const createRows = ({ now, accounts, webhookSecretSealed }: SeedInput) => {
  const random = createRandom(demoSeed)
  const shopRow = createShopRow(random, now, webhookSecretSealed)
  const { id: shopId, createdAt } = shopRow
  const admin = { ...accounts.admin, id: createDemoId(random, createdAt), createdAt }
  const operator = { ...accounts.operator, id: createDemoId(random, createdAt), isOperator: true, createdAt }
  const products = createProductRows(random, shopRow)
  const productOf = new Map(products.map((row) => [row.handle, row]))
  const orders = planOrders(random, now)
  const planned = planReviews({ random, now, orders })
  const requests = createRequestRows(random, shopId, orders)
  const reviews = createReviewRows(shopId, productOf, planned)
  const lines = createLineRows({ random, shopId, products: productOf }, orders)
  return {
    shop: shopRow,
    accounts: [admin, operator],
    owner: { shopId, userId: admin.id, role: 'owner' as const, createdAt },
    products,
    customers: createCustomerRows(shopId, orders),
    orders: createOrderRows(shopId, orders),
    lines,
    requests,
    reviews,
    ratings: countRatings(shopId, reviews),
    replies: createReplyRows(shopId, admin.id, planned),
    votes: createVoteRows(random, shopId, { reviews: planned, now }),
    audit: createAuditRows(random, { shopId, moderatorId: admin.id, orders, requests, reviews: planned }),
    hits: createLinkHitRows(random, { requests, lines, reviews, now }),
  }
}

const insertRows = async (tx: Transaction, rows: ReturnType<typeof createRows>): Promise<void> => {
  await tx.insert(shop).values(rows.shop)
  await tx.insert(userAccount).values(rows.accounts)
  await tx.insert(member).values(rows.owner)
  await tx.insert(product).values(rows.products)
  await tx.insert(customer).values(rows.customers)
  await tx.insert(order).values(rows.orders)
  await tx.insert(lineItem).values(rows.lines)
  await tx.insert(reviewRequest).values(rows.requests)
  await tx.insert(review).values(rows.reviews)
  await tx.insert(productRating).values(rows.ratings)
  await tx.insert(reviewReply).values(rows.replies)
  await tx.insert(reviewVote).values(rows.votes)
  await tx.insert(linkHit).values(rows.hits)
  await tx.insert(auditLog).values(rows.audit)
}

/**
 * Loads the demo shop "Hearth & Wool" into a database without shops, whole or not at all. Of two
 * starts at once one loads it and the other finds it.
 *
 * @returns Whether it was loaded; false when any shop was there already, and nothing was changed.
 */
export const seedDemoShop = async (db: Database, input: SeedInput): Promise<boolean> =>
  await db.transaction(async (tx) => {
    // The other start may take longer than the three seconds that a query waits for a lock.
    await tx.execute(sql`set local lock_timeout = '14s'`)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('afterword.seed-demo-shop', 0))`)
    const shops = await tx.select({ id: shop.id }).from(shop).limit(1)
    if (shops.length > 0) return false
    await insertRows(tx, createRows(input))
    return true
  })
