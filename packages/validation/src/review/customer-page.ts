import { languageNames } from '@afterword/language/languages'
import { z } from 'zod'
import { outputId, outputTime } from '../primitives/output.ts'
import { rejectReasonSchema, reviewStatusSchema } from './schema.ts'

/** Everything a customer may see, field by field. */

export const shopCardSchema = z.object({
  name: z.string(),
  accessCode: z.string(),
  logoUrl: z.string().nullable(),
  accentColor: z.string(),
  websiteUrl: z.string().nullable(),
  locale: z.string(),
})

/** A review as its writer sees it. */
export const ownReviewSchema = z.object({
  id: outputId('review'),
  lineItemId: outputId('lineItem'),
  rating: z.int(),
  title: z.string().nullable(),
  body: z.string(),
  authorName: z.string(),
  status: reviewStatusSchema,
  /** Why the shop did not publish it; null unless it is rejected. */
  rejectReason: rejectReasonSchema.nullable(),
  createdAt: outputTime,
  editedAt: outputTime.nullable(),
  reply: z.string().nullable(),
})
/** As a service tells it; ids and times get their outside form on the way out. */
export type OwnReview = z.input<typeof ownReviewSchema>

const moneySchema = z.object({ amountMinor: z.int(), currency: z.string() })

const reviewPageItemSchema = z
  .object({
    lineItemId: outputId('lineItem'),
    quantity: z.int(),
    isReviewable: z.boolean(),
    title: z.string(),
    variantTitle: z.string().nullable(),
    imageUrl: z.string().nullable(),
    priceMinor: z.int().nullable(),
    compareAtMinor: z.int().nullable(),
    isPriceFrom: z.boolean().nullable(),
    currency: z.string().nullable(),
    draft: z
      .object({
        rating: z.int().nullable(),
        title: z.string().nullable(),
        body: z.string().nullable(),
        authorName: z.string().nullable(),
        version: z.int(),
        /** By the database's clock, so that a browser's own need not be right. */
        savedSecondsAgo: z.number(),
      })
      .nullable(),
    review: ownReviewSchema.nullable(),
  })
  .transform(({ title, variantTitle, imageUrl, priceMinor, compareAtMinor, isPriceFrom, currency, ...item }) => {
    const money = (amountMinor: number | null): z.infer<typeof moneySchema> | null =>
      amountMinor === null || currency === null ? null : { amountMinor, currency }
    return {
      ...item,
      product: {
        title,
        variantTitle,
        imageUrl,
        price: money(priceMinor),
        compareAt: money(compareAtMinor),
        isPriceFrom: isPriceFrom === true,
      },
    }
  })

export type ReviewPageItem = z.input<typeof reviewPageItemSchema>

export const reviewPageSchema = z.object({
  shop: shopCardSchema,
  order: z.object({ name: z.string().nullable(), locale: z.string().nullable() }),
  customer: z.object({
    /** By the page's language. */
    greetingNames: z.record(z.enum(languageNames), z.string().nullable()),
    displayName: z.string(),
  }),
  focusLineItemId: outputId('lineItem').nullable(),
  items: z.array(reviewPageItemSchema),
})
export type ReviewPage = z.input<typeof reviewPageSchema>
export type ReviewPageView = z.output<typeof reviewPageSchema>

export const subscriptionSchema = z.object({
  shop: shopCardSchema.omit({ websiteUrl: true }),
  /** Enough for its owner to know it by: `m•••@example.com`. The page may be seen by others. */
  maskedEmail: z.string(),
  isSubscribed: z.boolean(),
})
export type Subscription = z.input<typeof subscriptionSchema>
