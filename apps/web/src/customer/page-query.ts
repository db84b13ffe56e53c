import { z } from 'zod'

/** How the page was reached after something was sent. `1` is what a plain form post comes back with. */
const sentOutcomes = { '1': 'created', already: 'already_reviewed', edited: 'edited' } as const
export type SentOutcome = (typeof sentOutcomes)[keyof typeof sentOutcomes]

/** Whatever stands in an address is read leniently: nonsense means absent, never an error page. */
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)
const lenient = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(firstOf, schema.nullable().catch(null))

const pageQuerySchema = z.object({
  item: lenient(z.string().min(1).max(64)),
  rating: lenient(
    z
      .string()
      .regex(/^[1-5]$/)
      .transform(Number),
  ),
  edit: lenient(z.literal('1')).transform((value) => value !== null),
  sent: lenient(z.enum(['1', 'already', 'edited'])).transform((value) => (value === null ? null : sentOutcomes[value])),
  error: lenient(z.string().min(1).max(64)),
})

/** What the review page's address says besides the code. */
export type PageQuery = z.output<typeof pageQuerySchema>

export const readPageQuery = (query: Readonly<Record<string, string | string[] | undefined>>): PageQuery =>
  pageQuerySchema.parse({
    item: query['item'] ?? null,
    rating: query['rating'] ?? null,
    edit: query['edit'] ?? null,
    sent: query['sent'] ?? null,
    error: query['error'] ?? null,
  })

interface PageAddress {
  readonly item?: string
  readonly rating?: number
  readonly isEdit?: boolean
  readonly sent?: SentOutcome
}

/** The review page's address for one item. `code` is taken as it stands in the current address. */
export const reviewPageHref = (code: string, { item, rating, isEdit, sent }: PageAddress): string => {
  const query = new URLSearchParams()
  if (item !== undefined) query.set('item', item)
  if (rating !== undefined) query.set('rating', String(rating))
  if (isEdit === true) query.set('edit', '1')
  if (sent !== undefined) {
    query.set('sent', Object.entries(sentOutcomes).find(([, outcome]) => outcome === sent)?.[0] ?? '1')
  }
  const path = `/write/detail/${encodeURIComponent(code)}`
  return query.size === 0 ? path : `${path}?${query.toString()}`
}
