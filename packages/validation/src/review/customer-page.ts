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

export const ownReviewSchema = z.object({
  id: outputId('review'),
  lineItemId: outputId('lineItem'),
  rating: z.int(),
  title: z.string().nullable(),
  body: z.string(),
  authorName: z.string(),
  status: reviewStatusSchema,
  rejectReason: rejectReasonSchema.nullable(),
  createdAt: outputTime,
  editedAt: outputTime.nullable(),
  reply: z.string().nullable(),
})

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
export type ReviewPageView = z.output<typeof reviewPageSchema>

export const subscriptionSchema = z.object({
  shop: shopCardSchema.omit({ websiteUrl: true }),
  maskedEmail: z.string(),
  isSubscribed: z.boolean(),
})
