import { z } from 'zod'
import { pageSize } from './list-rules.ts'

/** How many rows one page holds. */
export const pageSizeSchema = z.int().min(1).max(pageSize.most).default(pageSize.usual)

/** Where the next page starts: opaque to anyone who holds it. */
export const cursorSchema = z.string().max(500).optional()

/** One page of a list and where the next one starts; null on the last. */
export interface Page<Item> {
  readonly items: Item[]
  readonly nextCursor: string | null
}

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })
