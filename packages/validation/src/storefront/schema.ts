import { z } from 'zod'
import { pageOf } from '../primitives/pagination.ts'
import { storefrontSorts } from './rules.ts'

/** The public JSON of the storefront API: columns are named one by one, so none leaks by default. */

export const publicMoneySchema = z.object({ amountMinor: z.int(), currency: z.string() })

export const publicReviewSchema = z.object({
  id: z.string(),
  rating: z.int(),
  title: z.string().nullable(),
  body: z.string(),
  author: z.string(),
  /** ISO 8601 */
  createdAt: z.string(),
  verified: z.boolean(),
  helpfulCount: z.int(),
  reply: z.object({ body: z.string(), createdAt: z.string() }).nullable(),
})
export type PublicReview = z.infer<typeof publicReviewSchema>

export const publicReviewPageSchema = pageOf(publicReviewSchema)
export type PublicReviewPage = z.infer<typeof publicReviewPageSchema>

const count = z.int()

export const publicSummarySchema = z.object({
  product: z.object({
    platformId: z.string(),
    title: z.string(),
    price: publicMoneySchema.nullable(),
    /** Whether variants cost differently, and `price` is the lowest: "from" stands before it. */
    isPriceFrom: z.boolean(),
    compareAt: publicMoneySchema.nullable(),
  }),
  rating: z.object({
    /** Two decimals; 0 when nobody has rated. */
    average: z.number(),
    count,
    histogram: z.object({ '1': count, '2': count, '3': count, '4': count, '5': count }),
  }),
  /** How the shop wants its widget to look. */
  widget: z.object({
    accentColor: z.string(),
    pageSize: count,
    showsPrice: z.boolean(),
    locale: z.string(),
  }),
})
export type PublicSummary = z.infer<typeof publicSummarySchema>

/** Of the products asked for, those that are known. */
export const publicSummariesSchema = z.object({ items: z.array(publicSummarySchema) })
export type PublicSummaries = z.infer<typeof publicSummariesSchema>

export const storefrontSortSchema = z.enum(storefrontSorts)
export type StorefrontSort = z.infer<typeof storefrontSortSchema>
