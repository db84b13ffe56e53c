import { order, reviewRequest } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

/** Whom a request's mail went to, or will go to. An expression over `review_request` and `shop_order`. */
export const mailedCustomer = sql`coalesce(${reviewRequest.customerId}, ${order.customerId})`
