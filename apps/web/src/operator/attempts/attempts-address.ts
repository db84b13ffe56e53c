import type { findAttemptsSchema } from '@afterword/validation/incident/schema'
import { decodeId, type IdKind } from '@afterword/validation/primitives/ids'
import { mostSearchLength } from '@afterword/validation/primitives/list-rules'
import type { z } from 'zod'

/** What the page of attempts is about; it stands in the address. */
export type AttemptFilters = Readonly<Omit<z.input<typeof findAttemptsSchema>, 'cursor' | 'pageSize'>>

const isId =
  (kind: IdKind) =>
  (text: string): boolean =>
    decodeId(kind, text) !== null

const isFilter = {
  shopId: isId('shop'),
  orderId: isId('order'),
  lineItemId: isId('lineItem'),
  customerId: isId('customer'),
  search: (text) => text !== '' && text.length <= mostSearchLength,
} as const satisfies Record<keyof AttemptFilters, (text: string) => boolean>

const names = Object.keys(isFilter) as (keyof AttemptFilters)[]

/** Reads the address leniently: what it cannot mean is left out. */
export const readAttemptFilters = (query: URLSearchParams): AttemptFilters =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = query.get(name)?.trim() ?? ''
      return isFilter[name](value) ? [[name, value]] : []
    }),
  )

/** The address of the attempts that fit. What is null or absent is no condition. */
export const attemptsHref = (filters: {
  readonly [Name in keyof AttemptFilters]: string | null | undefined
}): string => {
  const query = new URLSearchParams()
  for (const name of names) {
    const value = filters[name] ?? ''
    if (value !== '') query.set(name, value)
  }
  return query.size === 0 ? '/operator/attempts' : `/operator/attempts?${query.toString()}`
}
