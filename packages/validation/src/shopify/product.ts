import { z } from 'zod'
import { anything, optionalInstant, optionalText, optionalTitle, optionalUrl, requiredId } from './fields.ts'

const variantSchema = z.object({
  position: z.number().nullish().catch(null),
  price: anything,
  compare_at_price: anything,
})

const imageSchema = z.object({ src: optionalUrl }).nullish().catch(null)

/** Variants without a position keep their order, behind those with one. */
const placeOf = ({ position }: z.output<typeof variantSchema>): number => position ?? Number.MAX_SAFE_INTEGER

/** `products/create`, `products/update`. */
export const platformProductSchema = z
  .object({
    id: requiredId,
    title: optionalTitle,
    handle: optionalText,
    created_at: optionalInstant,
    updated_at: optionalInstant,
    status: optionalText,
    image: imageSchema,
    images: z.array(imageSchema).nullish().catch(null),
    variants: z
      .array(variantSchema)
      .nullish()
      .transform((variants) => variants ?? []),
  })
  .transform((product) => {
    return {
      platformId: product.id,
      title: product.title,
      handle: product.handle,
      imageUrl:
        [product.image, ...(product.images ?? [])].map((image) => image?.src ?? null).find((src) => src !== null) ??
        null,
      updatedAt: product.updated_at ?? product.created_at,
      /** `active`, `draft`, `archived` …; null where the platform says nothing. */
      status: product.status?.toLowerCase() ?? null,
      /** Of each variant in its place, as they were sent. */
      prices: product.variants
        .toSorted((a, b) => placeOf(a) - placeOf(b))
        .map((variant) => ({ price: variant.price, compareAt: variant.compare_at_price })),
    }
  })
export type PlatformProduct = z.infer<typeof platformProductSchema>

/** `products/delete`. */
export const productDeletionSchema = z.object({ id: requiredId }).transform(({ id }) => ({ platformId: id }))
