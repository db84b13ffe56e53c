import { z } from 'zod'
import { cursorSchema } from './pagination.ts'
import { storefrontSortSchema } from './storefront.ts'

/** The query of `GET …/reviews`: text, as addresses carry it. */
export const listPublicReviewsSchema = z.object({
  sort: storefrontSortSchema.default('newest'),
  rating: z.coerce.number().int().min(1).max(5).optional(),
  cursor: cursorSchema,
  limit: z.coerce.number().int().min(1).max(50).default(10),
})
