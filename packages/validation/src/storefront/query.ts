import { z } from 'zod'
import { cursorSchema } from '../primitives/pagination.ts'
import { readPlatformId } from '../primitives/platform-id.ts'
import { highestRating, lowestRating } from '../review/rating.ts'
import { reviewsPerPage } from '../widget/rules.ts'
import { mostSummaries } from './rules.ts'
import { storefrontSortSchema } from './schema.ts'

/** The query of `GET …/reviews`: text, as addresses carry it. */
export const listPublicReviewsSchema = z.object({
  sort: storefrontSortSchema.default('newest'),
  rating: z.coerce.number().int().min(lowestRating).max(highestRating).optional(),
  cursor: cursorSchema,
  limit: z.coerce.number().int().min(1).max(reviewsPerPage.most).default(10),
})

/** The query of `GET …/summaries`: ids between commas → each once, as it is stored; what is no id is left out. */
export const storefrontProductsSchema = z.object({
  products: z
    .string()
    .transform((text) => [...new Set(text.split(',').flatMap((id) => readPlatformId(id) ?? []))])
    .pipe(z.array(z.string()).max(mostSummaries)),
})
